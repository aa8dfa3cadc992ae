using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Corridor;

internal sealed partial class LegCompiler
{
    /// <summary>The draw of a side's customs channel: red below the red share, yellow above it, so that a lower red share keeps a subset of the same trucks.</summary>
    internal const string Channel = "channel.customs";

    private double Red(TruckClass c) => RedOf(side, operation, c);

    internal static double RedOf(SideProcedure of, Operation performed, TruckClass c)
    {
        double red = of.Risk.Customs.GetValueOrDefault(performed).Red;
        return Math.Min(1, c.Is(CorridorCompiler.Aeo, CorridorCompiler.Yes) ? red * of.Risk.AeoFactorOf(performed) : red);
    }

    private double Yellow(TruckClass c) => Math.Min(side.Risk.Customs.GetValueOrDefault(operation).Yellow, 1 - Red(c));

    private double SpsShare => side.Risk.SpsInspection.GetValueOrDefault(operation);

    /// <summary>A point where an agency's risk channel is known: traced, and told apart by its meaning.</summary>
    private StageBuilder Assigned(StageBuilder point, StageKind kind, Agency agency)
    {
        owner.Corridor.Mean(point, new StageMeaning(kind, agency, owner.PostIndex, side.Direction, side.Role, side.Country));
        return point.Traced();
    }

    private Stage? Performed(StageKind kind) => side.Stages.FirstOrDefault(s => s.Kind == kind && s.Service.ContainsKey(operation));

    private void Sps(Stage stage, Append append)
    {
        double share = stage.Share.GetValueOrDefault(operation, 1);
        StageBuilder chance = leg.Pass("sps-needed").DecidedBy($"{Place}/{stage.Kind}", "needed");
        StageBuilder[] exits = Variants(stage, Name(stage), _ => { }, out StageBuilder entry);
        chance.Branch(entry, c => stage.Always.Any(k => c.Is(CorridorCompiler.Cargo, k.ToString())) ? 1 : share);
        if (Performed(StageKind.Laboratory) is { } laboratory)
        {
            StageBuilder sampled = leg.Pass("sampled").DecidedBy($"{Place}/{laboratory.Kind}", "needed");
            StageBuilder wait = Row(laboratory, Name(laboratory), laboratory.Service[operation]);
            sampled.Branch(wait, _ => laboratory.Share.GetValueOrDefault(operation, 0));
            foreach (StageBuilder exit in exits) exit.Then(sampled);
            append(chance, chance, sampled, wait);
            return;
        }
        append(chance, [chance, .. exits]);
    }

    private void Review(Stage stage, Append append)
    {
        if (side.Risk.Customs.GetValueOrDefault(operation).Yellow <= 0) return;
        StageBuilder channel = leg.Pass("yellow").DecidedBy(Place, Channel);
        StageBuilder red = leg.Pass("not-yellow");
        StageBuilder review = Row(stage, Name(stage), stage.Service[operation]);
        channel.Branch(red, Red).Branch(review, Yellow);
        append(channel, channel, red, review);
    }

    /// <summary>Customs and plant-health examinations: one after the other, or side by side where inspection is joint.</summary>
    private void Examine(Append append)
    {
        bool customs = side.Risk.Customs.GetValueOrDefault(operation).Red > 0 && (Performed(StageKind.Inspection) ?? Performed(StageKind.Scan)) != null;
        Stage? sps = SpsShare > 0 ? Performed(StageKind.SpsInspection) : null;
        if (!customs && sps == null) return;
        if (side.JointInspection && customs && sps != null)
        {
            Joint(sps, append);
            return;
        }
        if (customs)
        {
            StageBuilder red = leg.Pass("red").DecidedBy(Place, Channel);
            StageBuilder entry = CustomsExamination("", out StageBuilder[] exits);
            red.Branch(Recognised(entry, append: out StageBuilder? skipped), Red);
            append(red, [red, .. exits, .. skipped == null ? Array.Empty<StageBuilder>() : [skipped]]);
        }
        if (sps != null)
        {
            StageBuilder selected = Assigned(leg.Pass("sps-selected").DecidedBy(Place, "channel.sps"), StageKind.SpsInspection, Agency.Sps);
            StageBuilder row = Row(sps, Name(sps), sps.Service[operation]).Stamps(start: 4, end: 5);
            selected.Branch(row, _ => SpsShare);
            append(selected, selected, row);
        }
    }

    /// <summary>
    /// Joint inspection: one selection for both agencies (the same draw), so that a truck both want is stopped once and
    /// examined by both at the same time; a truck only one wants is examined by that one.
    /// </summary>
    private void Joint(Stage sps, Append append)
    {
        StageBuilder selected = Assigned(leg.Pass("selected").DecidedBy(Place, Channel), StageKind.SpsInspection, Agency.Sps);
        StageBuilder alone = CustomsExamination("", out StageBuilder[] aloneExits);
        StageBuilder spsAlone = Row(sps, Name(sps), sps.Service[operation]).Stamps(start: 4, end: 5);
        StageBuilder inParallel = CustomsExamination("-joint", out _);
        StageBuilder spsJoint = Row(sps, Name(sps) + "-joint", sps.Service[operation]).Stamps(start: 4, end: 5);
        StageBuilder both = leg.InParallel("joint-inspection", inParallel, spsJoint);
        StageBuilder customsOnly = Recognised(alone, out StageBuilder? skipped);
        StageBuilder jointly = leg.Pass("jointly");
        jointly.Then(both);
        selected.Branch(jointly, c => Math.Min(Red(c), SpsShare));
        selected.Branch(customsOnly, c => Math.Max(0, Red(c) - SpsShare));
        selected.Branch(spsAlone, c => Math.Max(0, SpsShare - Red(c)));
        append(selected, [selected, .. aloneExits, spsAlone, both, .. skipped == null ? Array.Empty<StageBuilder>() : [skipped]]);
    }

    private StageBuilder CustomsExamination(string suffix, out StageBuilder[] exits)
    {
        Stage? scan = Performed(StageKind.Scan);
        Stage? inspection = Performed(StageKind.Inspection);
        StageBuilder? scanned = scan == null ? null : Row(scan, Name(scan) + suffix, scan.Service[operation]).Stamps(start: 4, end: 5);
        StageBuilder? opened = inspection == null ? null : Row(inspection, Name(inspection) + suffix, inspection.Service[operation]).Stamps(start: 4, end: 5);
        if (scanned == null || opened == null)
        {
            StageBuilder only = (scanned ?? opened)!;
            exits = [only];
            return only;
        }
        StageBuilder how = leg.Pass("scanned" + suffix).DecidedBy($"{Place}/{StageKind.Scan}", "scanned");
        how.Branch(scanned, _ => scan!.RedShare).Then(opened);
        exits = [scanned, opened];
        return how;
    }

    /// <summary>Where the entry side recognises examinations: a truck the exit side examined is let through with that probability.</summary>
    private StageBuilder Recognised(StageBuilder examination, out StageBuilder? append)
    {
        append = null;
        if (side.Recognition <= 0 || side.Role != SideRole.Entry) return examination;
        SideProcedure other = post.Side(side.Direction, SideRole.Exit);
        string otherPlace = $"{post.Id}/{other.Direction}/{other.Country}";
        StageBuilder was = leg.Pass("examined-before").DecidedBy(otherPlace, Channel);
        StageBuilder recognises = leg.Pass("recognises").DecidedBy(Place, "recognised");
        append = leg.Pass("recognised");
        was.Branch(recognises, c => RedOf(other, otherOperation, c)).Then(examination);
        recognises.Branch(append, _ => side.Recognition).Then(examination);
        return was;
    }
}
