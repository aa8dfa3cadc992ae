using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Comparisons;

/// <summary>One of the six parts of the time split.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Name">Its name.</param>
/// <param name="Of">Its hours in a row.</param>
public sealed record TimePart(string Id, Bilingual Name, Func<RowValue, double> Of)
{
    /// <summary>In the order in which a millisecond is assigned.</summary>
    public static IReadOnlyList<TimePart> All { get; } =
    [
        new("service", new("servicio", "service"), v => v.Service),
        new("documents", new("documentos", "documents"), v => v.Documents),
        new("closed", new("cerrado", "closed"), v => v.Closed),
        new("blocked", new("bloqueado", "blocked"), v => v.Blocked),
        new("queue", new("fila", "queue"), v => v.Queue),
        new("move", new("marcha", "driving"), v => v.Move),
    ];
}
