using System.Globalization;
using System.Text;
using System.Text.Json;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Commands;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Simulation.Corridor;
using Spectre.Console;

namespace CorridorTwin.Cli.Output;

/// <summary>Whether the warm-up is long enough, in every form.</summary>
internal sealed class WarmUpPage(WarmUpCheck check, Bilingual title, Tongue tongue)
{
    private const int DaysInAWeek = 7;

    /// <summary>Runs the check and gives it.</summary>
    /// <returns>Exit code.</returns>
    public static int Run(
        Call call, string verb, BaselineFile baseline, Scenario? scenario, CorridorModel model, Weeks weeks, (int? Year, DateOnly? Period) asked, ExperimentOptions options, IExecutor executor, string format, OutputFolder? folder)
    {
        WarmUpCheck check;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue)) check = WarmUpCheck.Run(model, options, executor, progress.Show, call.Cancellation);
        call.TellOf(executor);
        Stamp stamp = Stamp.Of(baseline, scenario is null ? [] : [scenario], options, check.Replications, RepeatCommand.Of(call, verb, options, asked.Year, asked.Period, Settings.WarmUpCheck)) with { Period = weeks.Say(options.Days) };
        var page = new WarmUpPage(check, scenario?.Title ?? baseline.Title, call.Tongue);
        return new Result
        {
            Table = () => page.Render(stamp, call.Terminal.Width),
            Json = stream => page.WriteJson(stamp, stream),
            Csv = page.WriteCsv,
            Files =
            [
                ("warmup.txt", Result.Text(() => page.Render(stamp, Terminal.UsualWidth))), ("warmup.json", stream => page.WriteJson(stamp, stream)), ("warmup.csv", Result.Text(page.WriteCsv)),
            ],
        }.Give(call, format, folder, check.Complete);
    }

    /// <summary>The verdict, and the series week by week.</summary>
    public string Render(Stamp stamp, int width)
    {
        var page = new StringBuilder();
        foreach (string line in Wrapping.Lines(Verdict(), width)) page.Append(line).Append('\n');
        page.Append('\n');
        Table table = TextTable.Create((tongue.Say("Semana", "Week"), true), (tongue.Say("Tiempo medio, h", "Mean time, h"), true));
        for (int week = 0; (week + 1) * DaysInAWeek <= check.Days.Count; week++)
            table.Add($"{week + 1}", tongue.Figures.Rounded(check.Days.Skip(week * DaysInAWeek).Take(DaysInAWeek).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(), 1));
        page.Append(TextTable.Render(table, width)).Append('\n').Append(StampLines.Render(stamp, tongue));
        return page.ToString();
    }

    private string Verdict()
    {
        string what = tongue.Say(
            $"{title.Es}: tiempo medio de las llegadas de cada día desde un corredor vacío, {check.Days.Count} días, media de {tongue.Replications(check.Replications)}. ",
            $"{title.En}: mean time of each day's arrivals from an empty corridor, {check.Days.Count} days, mean of {tongue.Replications(check.Replications)}. ");
        int cut = check.Mser.Observations;
        if (!check.Mser.Converged) return what + tongue.Say(
            "MSER-5 no converge: la serie aún no es estable en su segunda mitad. Simule más días antes de creer los niveles.",
            "MSER-5 does not converge: the series is not yet level in its second half. Run longer before trusting the levels.");
        return what + (check.LongEnough
            ? tongue.Say($"MSER-5 deja fuera los primeros {cut} días: los {check.WarmUpDays} de calentamiento bastan.", $"MSER-5 leaves out the first {cut} days: the warm-up of {check.WarmUpDays} is long enough.")
            : tongue.Say($"MSER-5 deja fuera los primeros {cut} días: los {check.WarmUpDays} de calentamiento NO bastan.", $"MSER-5 leaves out the first {cut} days: the warm-up of {check.WarmUpDays} is NOT long enough."));
    }

    private void WriteJson(Stamp stamp, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("method", "MSER-5");
        json.WriteBoolean("converged", check.Mser.Converged);
        json.WriteNumber("daysToLeaveOut", check.Mser.Observations);
        json.WriteNumber("warmUpDays", check.WarmUpDays);
        json.WriteBoolean("longEnough", check.LongEnough);
        json.WriteBoolean("complete", check.Complete);
        json.WriteStartArray("days");
        foreach (double day in check.Days)
        {
            if (double.IsFinite(day)) json.WriteNumberValue(Math.Round(day, 6));
            else json.WriteNullValue();
        }
        json.WriteEndArray();
        ComparisonJson.Stamped(json, stamp);
        json.WriteEndObject();
    }

    private void WriteCsv(TextWriter writer)
    {
        writer.WriteLine("day,mean_hours");
        for (int d = 0; d < check.Days.Count; d++) writer.WriteLine($"{d + 1},{(double.IsFinite(check.Days[d]) ? Math.Round(check.Days[d], 6).ToString(CultureInfo.InvariantCulture) : "")}");
    }
}
