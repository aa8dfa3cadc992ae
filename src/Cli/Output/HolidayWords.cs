using System.Globalization;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Output;

/// <summary>A holiday in a sentence: when, where, what it does.</summary>
internal static class HolidayWords
{
    /// <summary>The sentence.</summary>
    public static string Of(Holiday holiday, CorridorModel corridor, Tongue tongue)
    {
        string where = holiday.Countries.Count == corridor.Countries.Count ? tongue.Say("todos los países", "every country") : string.Join(", ", holiday.Countries);
        string length = holiday.Days > 1 ? tongue.Say($", {holiday.Days} días", $", {holiday.Days} days") : "";
        string traffic = string.Create(CultureInfo.InvariantCulture, $"{holiday.Traffic:0.##}");
        string[] staff = [.. holiday.Staff.Select(s => Line(s, tongue))];
        string who = staff.Length == 0 ? tongue.Say("todo el personal", "all staff") : string.Join("; ", staff);
        string desk = holiday.DeskOpen ? "" : tongue.Say("; agentes y ventanilla cerrados", "; brokers and desk closed");
        return tongue.Say($"{holiday.NameEs} ({When(holiday.On, tongue)}{length}; {where}): tráfico ×{traffic}; {who}{desk}.", $"{holiday.NameEn} ({When(holiday.On, tongue)}{length}; {where}): traffic ×{traffic}; {who}{desk}.");
    }

    private static string When(DayRule rule, Tongue tongue) => rule switch
    {
        DayRule.FromEaster { Days: 0 } => tongue.Say("domingo de Pascua", "Easter Sunday"),
        DayRule.FromEaster e => tongue.Say($"{Math.Abs(e.Days)} días {(e.Days < 0 ? "antes" : "después")} de Pascua", $"{Math.Abs(e.Days)} days {(e.Days < 0 ? "before" : "after")} Easter"),
        _ => rule.ToString(),
    };

    private static string Line(HolidayStaff line, Tongue tongue)
    {
        string[] about =
        [
            .. line.Posts ?? [], .. line.Countries ?? [], .. line.Directions?.Select(d => tongue.Say(Words.Of(d))) ?? [], .. line.Roles?.Select(r => tongue.Say(Words.Of(r))) ?? [],
            .. line.Agencies?.Select(a => tongue.Say(Words.Of(a))) ?? [], .. line.Stations ?? [],
        ];
        string except = line.Except.Count > 0 ? tongue.Say(" salvo ", " but ") + string.Join(", ", line.Except) : "";
        string what = about.Length == 0 ? tongue.Say("todos", "all") : string.Join(" ", about);
        string share = line.Present == 0 ? tongue.Say("cerrado", "closed") : string.Create(CultureInfo.InvariantCulture, $"{line.Present * 100:0.##} %");
        return $"{what}{except}: {share}";
    }
}
