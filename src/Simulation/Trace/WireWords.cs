using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Simulation.Trace;

/// <summary>The words a field may hold, and the values they stand for.</summary>
internal sealed class WireWords<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> words;
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> values;

    public WireWords(params (T Value, string Word)[] pairs)
    {
        words = pairs.ToDictionary(p => p.Value, p => p.Word);
        values = pairs.ToDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Choice = string.Join(", ", pairs.SkipLast(1).Select(p => p.Word)) + " or " + pairs[^1].Word;
    }

    /// <summary>All words, for messages.</summary>
    public string Choice { get; }

    public IEnumerable<T> Values => words.Keys;

    public string Of(T value) => words[value];

    public bool TryValue(ReadOnlySpan<char> word, out T value) => values.TryGetValue(word, out value);
}

/// <summary>The closed sets of words of <c>corridor-event/1</c>.</summary>
internal static class Wire
{
    public static readonly WireWords<Direction> Dir = new((Direction.N2S, "N2S"), (Direction.S2N, "S2N"));

    public static readonly WireWords<SideRole> Role = new((SideRole.Exit, "exit"), (SideRole.Entry, "entry"));

    public static readonly WireWords<Operation> Op = new(
        (Operation.Export, "EXPORT"), (Operation.Import, "IMPORT"), (Operation.Transit, "TRANSIT"), (Operation.Empty, "EMPTY"));

    public static readonly WireWords<CargoFlags> Cls = new(
        (CargoFlags.Perishable, "PERISH"), (CargoFlags.Aeo, "AEO"), (CargoFlags.Msme, "MSME"), (CargoFlags.Hazardous, "HAZ"), (CargoFlags.Relief, "RELIEF"));

    public static readonly WireWords<DocumentKind> Kind = new(
        (DocumentKind.DucaF, "DUCA-F"), (DocumentKind.DucaD, "DUCA-D"), (DocumentKind.DucaT, "DUCA-T"), (DocumentKind.Other, "OTHER"));

    public static readonly WireWords<Agency> Agency = new(
        (Corridor.Agency.Customs, "CUSTOMS"), (Corridor.Agency.Migration, "MIGRATION"), (Corridor.Agency.Sps, "SPS"),
        (Corridor.Agency.Health, "HEALTH"), (Corridor.Agency.Police, "POLICE"), (Corridor.Agency.Transport, "TRANSPORT"));

    public static readonly WireWords<RiskChannel> Chan = new(
        (RiskChannel.Green, "GREEN"), (RiskChannel.Yellow, "YELLOW"), (RiskChannel.Red, "RED"));

    public static readonly WireWords<EventOutcome> Outcome = new(
        (EventOutcome.Ok, "OK"), (EventOutcome.Reject, "REJECT"), (EventOutcome.Hold, "HOLD"), (EventOutcome.Sample, "SAMPLE"));

    public static readonly WireWords<EventSource> Src = new(
        (EventSource.Rfid, "RFID"), (EventSource.Lpr, "LPR"), (EventSource.Gps, "GPS"),
        (EventSource.Duca, "DUCA"), (EventSource.Manual, "MANUAL"), (EventSource.Sim, "SIM"));
}
