using System.Text;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Output;

/// <summary>The baseline for readers: posts, what already was in force, and how far its figures can be trusted.</summary>
internal sealed class BaselinePage(BaselineFile baseline, Tongue tongue, int width)
{
    /// <summary>The page.</summary>
    public string Render()
    {
        var page = new StringBuilder();
        Lines(page, $"{tongue.Say(baseline.Title)} ({baseline.Id})");
        Lines(page, tongue.Say(baseline.Description));
        page.Append('\n').Append(tongue.Say("Puestos, de norte a sur", "Posts, from north to south")).Append('\n');
        foreach (BorderPost post in baseline.Model.Posts) Item(page, $"{post.Id}: {Words.Of(post, tongue)} ({post.North}/{post.South})");
        page.Append('\n').Append(tongue.Say("Ya en vigor", "Already in force")).Append('\n');
        var inForce = baseline.Model.Posts
            .SelectMany(p => p.Sides.SelectMany(s => s.InForce.Where(f => f.Value > 0).Select(f => (Measure: f.Key, f.Value, Side: $"{p.Id}.{s.Direction}.{Names.Key(s.Role)}"))))
            .GroupBy(f => (f.Measure, f.Value));
        foreach (var measure in inForce)
            Item(page, $"{measure.Key.Measure} {measure.Key.Value * 100:0} %: {Sides.Say([.. measure.Select(f => f.Side)], baseline.Model, tongue)}");
        if (baseline.Model.Holidays.Count > 0)
        {
            page.Append('\n').Append(tongue.Say("Feriados, en los períodos con fechas", "Holidays, in periods that have dates")).Append('\n');
            foreach (Holiday holiday in baseline.Model.Holidays) Item(page, HolidayWords.Of(holiday, baseline.Model, tongue));
        }
        page.Append('\n').Append(tongue.Say("Cifras por grado de confianza", "Figures by how far they can be trusted")).Append('\n');
        foreach (var grade in baseline.Figures.GroupBy(f => f.Provenance.Grade).OrderByDescending(g => g.Count()))
            Item(page, $"{Grade(grade.Key)}: {grade.Count()}");
        return page.ToString();
    }

    private string Grade(Grade? grade) => grade switch
    {
        Scenarios.Inputs.Grade.Read => tongue.Say("leídas en una fuente", "read in a source"),
        Scenarios.Inputs.Grade.Derived => tongue.Say("calculadas con cifras leídas", "computed from figures read"),
        Scenarios.Inputs.Grade.Calibrated => tongue.Say("halladas por la calibración", "found by calibration"),
        Scenarios.Inputs.Grade.Measured => tongue.Say("medidas por un estudio", "measured by a study"),
        Scenarios.Inputs.Grade.Assumption => tongue.Say("supuestos", "assumptions"),
        _ => tongue.Say("sin grado", "without a grade"),
    };

    private void Lines(StringBuilder page, string text) => page.AddLines(text, width);

    private void Item(StringBuilder page, string text) => page.AddItem(text, width, 2);
}
