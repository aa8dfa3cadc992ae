using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Output;

/// <summary>What a result rests on and how to repeat it, for the foot of a page.</summary>
internal static class StampLines
{
    private const int HashShown = 12;

    /// <summary>Three lines: on what it rests, how it was run, how to run it again.</summary>
    public static string Render(Stamp stamp, Tongue tongue) =>
        Validation(stamp, tongue) + tongue.Say(
            $"Sello: escenarios {Short(stamp.ScenarioHash)} · datos {Short(stamp.DataHash)} · código {Short(stamp.Commit)}\n",
            $"Stamp: scenarios {Short(stamp.ScenarioHash)} · data {Short(stamp.DataHash)} · code {Short(stamp.Commit)}\n")
        + tongue.Say(
            $"Semilla {stamp.Seed} · {tongue.Replications(stamp.Replications)} de {tongue.Days(stamp.Days)} · {tongue.Say(stamp.Period)}\n",
            $"Seed {stamp.Seed} · {tongue.Replications(stamp.Replications)} of {tongue.Days(stamp.Days)} · {tongue.Say(stamp.Period)}\n")
        + tongue.Say("Para repetirlo: ", "To repeat: ") + stamp.Command + "\n";

    /// <summary>Two lines, of what was not simulated: on what it rests, how to give it again.</summary>
    public static string RenderFiles(Stamp stamp, Tongue tongue) =>
        Validation(stamp, tongue) + tongue.Say(
            $"Sello: archivos {Short(stamp.ScenarioHash)} · datos {Short(stamp.DataHash)} · código {Short(stamp.Commit)}\n",
            $"Stamp: files {Short(stamp.ScenarioHash)} · data {Short(stamp.DataHash)} · code {Short(stamp.Commit)}\n")
        + tongue.Say("Para repetirlo: ", "To repeat: ") + stamp.Command + "\n";

    /// <summary>What a study said of the baseline.</summary>
    private static string Validation(Stamp stamp, Tongue tongue) => string.Concat(stamp.Validation.Select((line, i) => $"{(i == 0 ? "" : "  ")}{tongue.Say(line)}\n"));

    private static string Short(string hash) => hash.Length > HashShown ? hash[..HashShown] : hash;
}
