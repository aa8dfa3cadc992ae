using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Corridor;

/// <summary>
/// Compiles a side's procedure for one operation (and, on the entry side, by the operation on the exit side, whose examination it may recognise).
/// One object per leg: what the network asks of a class is asked later, when it is built, and must find this leg's operation.
/// </summary>
internal sealed partial class LegCompiler(SideCompiler owner, Operation operation, Operation otherOperation)
{
    private readonly BorderPost post = owner.Post;
    private readonly SideProcedure side = owner.Side;
    private readonly List<StageBuilder> ends = [];
    private ProcedureBuilder leg = null!;

    private string Place => owner.Place;

    /// <summary>Declares the procedure; returns its first stage.</summary>
    public StageBuilder Compile()
    {
        bool exit = side.Role == SideRole.Exit;
        string name = exit ? $"{Place}/{operation}" : $"{Place}/{operation}-after-{otherOperation}";
        leg = owner.Corridor.AddLeg(name, new LegMeaning(owner.PostIndex, side.Direction, side.Role, side.Country, operation)).Measures(true, exit, !exit);
        StageBuilder? first = null;
        void Append(StageBuilder entry, params StageBuilder[] exits)
        {
            foreach (StageBuilder end in ends) end.Then(entry);
            ends.Clear();
            ends.AddRange(exits);
            first ??= entry;
        }

        if (side.Bridge is { } bridge && !exit)
        {
            StageBuilder row = leg.Delay("bridge", bridge).At($"{Place}/bridge");
            Append(row, row);
        }
        if (side.SingleStop) Lodge(Append);
        foreach (Stage stage in side.Stages) Compile(stage, Append);
        if (first == null)
        {
            StageBuilder nothing = leg.Pass("through");
            Append(nothing, nothing);
        }
        return first!;
    }

    private delegate void Append(StageBuilder entry, params StageBuilder[] exits);

    private void Compile(Stage stage, Append append)
    {
        bool performed = stage.Service.ContainsKey(operation);
        switch (stage.Kind)
        {
            case StageKind.Gate:
                if (side.SingleStop) return;
                if (performed) Gate(stage, append);
                Lodge(append);
                return;
            case StageKind.Migration:
                if (!side.SingleStop && performed) Migration(stage, append);
                return;
            case StageKind.Customs:
                if (!performed) return;
                if (side.Declaration.Preparation.ContainsKey(operation)) Append1(append, leg.AwaitDocuments("await-declaration"));
                Documented(stage, append, row => row.Stamps(end: 3));
                Append1(append, Assigned(leg.Pass("channel").At(Place), StageKind.Customs, Agency.Customs));
                return;
            case StageKind.Sps:
                if (performed) Sps(stage, append);
                return;
            case StageKind.Review:
                if (performed) Review(stage, append);
                return;
            case StageKind.Inspection:
                Examine(append);
                return;
            case StageKind.Scan or StageKind.SpsInspection or StageKind.Laboratory:
                return; // compiled with Inspection and Sps
            case StageKind.Payment:
                if (performed) Simple(stage, append, row => row.Stamps(end: 6));
                return;
            default:
                if (performed) Simple(stage, append, row => row.Stamps(arrival: 7, end: 8));
                return;
        }
    }

    private static void Append1(Append append, StageBuilder row) => append(row, row);

    private void Lodge(Append append)
    {
        DeclarationTrack d = side.Declaration;
        if (!d.Preparation.TryGetValue(operation, out Distribution? preparation)) return;
        double advance = d.AdvanceShare.GetValueOrDefault(operation);
        Distribution simplified = d.MsmePreparationFactor == 1 ? preparation : preparation.Scale(d.MsmePreparationFactor);
        Append1(append, leg.Lodge("lodge", new DocumentTrack(
            DeclarationPlace, _ => advance, d.Lead, c => c.Is(CorridorCompiler.Msme, CorridorCompiler.Yes) ? simplified : preparation, owner.Desk, d.RejectedShare, d.Resubmission)));
    }

    private string DeclarationPlace => $"{Place}/declaration";

    private StageBuilder Row(Stage stage, string name, Distribution service)
    {
        string place = $"{Place}/{stage.Kind}";
        string? station = stage.StationOf(operation);
        StageBuilder row = station == null
            ? leg.Delay(name, service, TimePart.Service)
            : leg.Stage(name, owner.Stations[station], owner.Worked(service)).PriorityBy(stage.Kind == StageKind.Gate ? LanePriority : InsidePriority);
        if (station != null && stage.MsmeFactor.TryGetValue(operation, out double msme) && msme != 1)
        {
            (Distribution usual, Distribution simplified) = (owner.Worked(service), owner.Worked(service.Scale(msme)));
            row.TimesBy(c => c.Is(CorridorCompiler.Msme, CorridorCompiler.Yes) ? simplified : usual);
        }
        row.At(place);
        Agency agency = station == null ? Agency.Sps : side.Stations.First(s => s.Name == station).Agency;
        owner.Corridor.Mean(row, new StageMeaning(stage.Kind, agency, owner.PostIndex, side.Direction, side.Role, side.Country));
        return row;
    }

    private int InsidePriority(TruckClass c)
    {
        for (int i = 0; i < side.Priority.Count; i++)
            if (c.Is(CorridorCompiler.Cargo, side.Priority[i].ToString())) return operation == Operation.Empty ? side.Priority.Count : i;
        return side.Priority.Count;
    }

    private int LanePriority(TruckClass c)
    {
        if (!owner.HasLanes) return 0;
        for (int i = 0; i < side.ApproachLanes.Count; i++)
        {
            ApproachLane lane = side.ApproachLanes[i];
            if (operation == Operation.Empty ? lane.Empties : lane.Classes.Any(k => c.Is(CorridorCompiler.Cargo, k.ToString())) || (lane.Aeo && c.Is(CorridorCompiler.Aeo, CorridorCompiler.Yes))) return i;
        }
        return side.ApproachLanes.Count;
    }

    private void Gate(Stage stage, Append append)
    {
        if (side.AutomaticGateShare <= 0)
        {
            Documented(stage, append, AtGate);
            return;
        }
        StageBuilder read = leg.Pass("gate-read").DecidedBy($"{Place}/gate", "automatic");
        StageBuilder automatic;
        StageBuilder[] readExits;
        if (stage.ServiceAutomatic is { } own)
        {
            StageBuilder only = Row(stage, "gate-automatic", own);
            AtGate(only);
            (automatic, readExits) = (Reached(stage, only), [only]);
        }
        else
        {
            readExits = Variants(stage, "gate-automatic", AtGate, out automatic, stage.AutomaticFactor);
        }
        StageBuilder[] byHand = Variants(stage, Name(stage), AtGate, out StageBuilder manual);
        read.Branch(automatic, _ => side.AutomaticGateShare).Then(manual);
        append(read, [.. readExits, .. byHand]);
    }

    private static void AtGate(StageBuilder row) => row.Stamps(start: 1);

    /// <summary>The row by which trucks come to a stage: at a gate with lanes the approach road, which holds them until there is room, so nothing may be decided between the two.</summary>
    private StageBuilder Reached(Stage stage, StageBuilder row)
    {
        if (stage.Kind != StageKind.Gate || !owner.HasApproachLanes) return row;
        StageBuilder road = leg.Stage($"approach-to-{row.Name}", owner.Approach!, Distribution.Deterministic(TimeSpan.Zero)).At($"{Place}/approach");
        owner.Corridor.Mean(road, new StageMeaning(StageKind.Gate, Agency.Transport, owner.PostIndex, side.Direction, side.Role, side.Country));
        road.Then(row);
        return road;
    }

    private void Documented(Stage stage, Append append, Action<StageBuilder> shape)
    {
        StageBuilder[] exits = Variants(stage, Name(stage), shape, out StageBuilder entry);
        append(entry, exits);
    }

    /// <summary>The stage on paper and, where it differs, for trucks that declared in advance.</summary>
    private StageBuilder[] Variants(Stage stage, string name, Action<StageBuilder> shape, out StageBuilder entry, double factor = 1)
    {
        double advance = side.Declaration.AdvanceShare.GetValueOrDefault(operation);
        StageBuilder paper = Row(stage, name, stage.Service[operation].Scale(factor));
        shape(paper);
        if (!stage.ServiceInAdvance.TryGetValue(operation, out Distribution? inAdvance) || advance == 0)
        {
            entry = Reached(stage, paper);
            return [paper];
        }
        StageBuilder quick = Row(stage, name + "-in-advance", inAdvance.Scale(factor));
        shape(quick);
        entry = leg.Pass(name + "-documents").DecidedBy(DeclarationPlace, DocumentTrack.AdvancePurpose);
        entry.Branch(Reached(stage, quick), _ => advance).Then(Reached(stage, paper));
        return [quick, paper];
    }

    /// <summary>Drivers checked before they arrived are served in less time, by the same officers and in the same line.</summary>
    private void Migration(Stage stage, Append append)
    {
        if (stage.PrecheckedShare <= 0)
        {
            Simple(stage, append);
            return;
        }
        StageBuilder checkedBefore = leg.Pass("prechecked").DecidedBy($"{Place}/{stage.Kind}", "prechecked");
        StageBuilder[] exits = Variants(stage, Name(stage), _ => { }, out StageBuilder usual);
        StageBuilder[] quick = Variants(stage, Name(stage) + "-prechecked", _ => { }, out StageBuilder entry, stage.PrecheckedFactor);
        checkedBefore.Branch(entry, _ => stage.PrecheckedShare).Then(usual);
        append(checkedBefore, [.. quick, .. exits]);
    }

    private void Simple(Stage stage, Append append, Action<StageBuilder>? shape = null)
    {
        double share = stage.Share.GetValueOrDefault(operation, 1);
        if (share <= 0) return;
        if (share >= 1)
        {
            Documented(stage, append, shape ?? (_ => { }));
            return;
        }
        StageBuilder chance = leg.Pass(Name(stage) + "-needed").DecidedBy($"{Place}/{stage.Kind}", "needed");
        StageBuilder[] exits = Variants(stage, Name(stage), shape ?? (_ => { }), out StageBuilder entry);
        chance.Branch(entry, _ => share);
        append(chance, [chance, .. exits]);
    }

    private static string Name(Stage stage) => stage.Kind.ToString().ToLowerInvariant();
}
