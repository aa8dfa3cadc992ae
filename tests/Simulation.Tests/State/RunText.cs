using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorTwin.Simulation.Engine;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>All that a run gave, as text: two runs with the same text are the same run.</summary>
internal static class RunText
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Of(Replication run)
    {
        RunResult r = run.Result();
        return JsonSerializer.Serialize(new { r.Fingerprint, r.Events, r.End, r.Created, r.LeftBy, r.Inside, r.CohortInside, r.Stations, r.Probes, r.LittleViolations }, Options);
    }
}
