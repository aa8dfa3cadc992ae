using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Commands;

/// <summary>Reads the study of a calibration: the first file with rows, further ones with rows or counts.</summary>
internal static class CalibrationStudy
{
    /// <summary>The files the call names, as one study.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static Study Read(Call call, CorridorModel model, StudyMapping? mapping)
    {
        var files = new List<Study>();
        foreach (string path in call.Words) files.Add(StudyReader.Read(path, model, mapping, null, call.Cancellation).OrThrow());
        Study first = files[0];
        if (files.Count == 1) return first;
        return first with
        {
            Rows = [.. files.SelectMany(f => f.Rows)], Counts = [.. files.SelectMany(f => f.Counts)], Rejected = [.. files.SelectMany(f => f.Rejected)], Lacks = [.. files.SelectMany(f => f.Lacks).Distinct()],
            Simulated = files.Any(f => f.Simulated),
        };
    }
}
