namespace CorridorTwin.Scenarios.Studies;

/// <summary>Which column of a file holds which field of a study, and what its words mean.</summary>
public sealed record StudyMapping
{
    /// <summary>The value of <see cref="Dates"/> for day/month/year.</summary>
    public const string DayFirst = "day-first";

    /// <summary>The value of <see cref="Dates"/> for month/day/year.</summary>
    public const string MonthFirst = "month-first";

    /// <summary>Column of the file by field (<c>post</c>, <c>t0</c>, <c>customs_start</c>).</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Words of the file by field, with what they stand for: <c>operation</c>: <c>Exportación definitiva</c> → <c>export</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>How dates are written, where that cannot be told from them: <c>day-first</c> or <c>month-first</c>; null to find out.</summary>
    public string? Dates { get; init; }

    /// <summary>Clock of times that name no offset, such as UTC in a central system; null for the local time of each row's side.</summary>
    public TimeSpan? Offset { get; init; }
}
