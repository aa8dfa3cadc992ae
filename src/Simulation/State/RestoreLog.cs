namespace CorridorTwin.Simulation.State;

/// <summary>Collects what a <see cref="RestoreReport"/> tells, one line for each kind and place.</summary>
internal sealed class RestoreLog
{
    private readonly Dictionary<(RestoreChangeKind Kind, string From, string? To), int> counts = [];

    public void Trucks(RestoreChangeKind kind, string from, string? to) => counts[(kind, from, to)] = counts.GetValueOrDefault((kind, from, to)) + 1;

    public void Place(RestoreChangeKind kind, string from, string? to = null) => counts.TryAdd((kind, from, to), 0);

    public RestoreReport Report(int trucks) => new(trucks, [.. counts
        .Select(c => new RestoreChange(c.Key.Kind, c.Key.From, c.Key.To, c.Value))
        .OrderBy(c => c.Kind).ThenBy(c => c.From, StringComparer.Ordinal).ThenBy(c => c.To, StringComparer.Ordinal)]);
}
