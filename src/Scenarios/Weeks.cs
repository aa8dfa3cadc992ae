using System.Globalization;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios;

/// <summary>Which weeks are simulated: ordinary ones with the demand of a year, or those from a date on, with their months and holidays.</summary>
/// <param name="Year">Year of demand; that of <paramref name="Start"/> if there is one.</param>
/// <param name="Start">The Monday on which the measured period begins; null for ordinary weeks.</param>
public readonly record struct Weeks(int Year, DateOnly? Start)
{
    private static readonly CultureInfo Spanish = Months("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre");

    /// <summary>The dated weeks that begin on a Monday; growth goes by its year, also in the warm-up before it and beyond the turn of the year.</summary>
    public static Weeks From(DateOnly start) => new(start.Year, start);

    /// <summary>These weeks, unless a period or the demand of another year is asked for.</summary>
    public Weeks Unless(int? year, DateOnly? period) => period is { } start ? From(start) : this with { Year = year ?? Year };

    /// <summary>A baseline's model in these weeks; the same object where nothing changes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="baselineYear">The year it describes.</param>
    public CorridorModel Of(CorridorModel model, int baselineYear)
    {
        CorridorModel grown = Growth.ToYear(model, baselineYear, Year);
        return grown.Period == Start ? grown : grown with { Period = Start };
    }

    /// <summary>In words: ordinary weeks, or from when to when.</summary>
    /// <param name="days">Length of the measured period.</param>
    public Bilingual Say(int days)
    {
        if (Start is not { } first) return new("semanas ordinarias", "ordinary weeks");
        DateOnly last = first.AddDays(days - 1);
        if (days == 1) return new($"{Es(first, "d 'de' MMMM 'de' yyyy")}", $"{En(first, "d MMMM yyyy")}");
        (string es, string en) = first.Year != last.Year ? ("d 'de' MMMM 'de' yyyy", "d MMMM yyyy") : first.Month != last.Month ? ("d 'de' MMMM", "d MMMM") : ("%d", "%d");
        return new($"del {Es(first, es)} al {Es(last, "d 'de' MMMM 'de' yyyy")}", $"{En(first, en)} to {En(last, "d MMMM yyyy")}");
    }

    /// <summary>For machines: <c>ordinary weeks</c>, or an ISO 8601 interval of the first and the last day measured.</summary>
    public string Interval(int days) => Start is { } first ? $"{Dates.Text(first)}/{Dates.Text(first.AddDays(days - 1))}" : Say(days).En;

    private static string Es(DateOnly date, string form) => date.ToString(form, Spanish);

    private static string En(DateOnly date, string form) => date.ToString(form, CultureInfo.InvariantCulture);

    /// <summary>Names of months that do not depend on what the system knows of a language.</summary>
    private static CultureInfo Months(params string[] names)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames = [.. names, ""];
        return culture;
    }
}
