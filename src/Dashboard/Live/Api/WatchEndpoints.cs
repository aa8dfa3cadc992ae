using System.Diagnostics;
using System.Reflection;
using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios;
using CorridorTwin.Twin;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What those who watch over the program ask.</summary>
internal static class WatchEndpoints
{
    private static readonly DateTimeOffset Since = new(Process.GetCurrentProcess().StartTime.ToUniversalTime());
    private static readonly string Version = typeof(WatchEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Counters.</summary>
    public static ApiRoute Counters { get; } = new(
        "GET", "/counters", ApiNeed.Read, new("Qué fue de las líneas de cada fuente, y qué tan buenas son las lecturas.", "What became of the lines of each source, and how good the readings are."), Count)
    { Answer = typeof(CountersAnswer), Problems = [404, 503] };

    /// <summary>Health.</summary>
    public static ApiRoute Health { get; } = new(
        "GET", "/health", ApiNeed.Nothing, new("El programa vive.", "The program lives."), context => ApiJson.Write(context, new HealthAnswer("ok", Version, Since)))
    { Answer = typeof(HealthAnswer) };

    /// <summary>Readiness.</summary>
    public static ApiRoute Readiness { get; } = new(
        "GET", "/readiness", ApiNeed.Nothing, new("Si aquí se reciben eventos: 200 si sí, 503 si no.", "Whether events are taken here: 200 if so, 503 if not."), Ready)
    { Answer = typeof(ReadinessAnswer), Problems = [503] };

    private static async Task Count(HttpContext context)
    {
        _ = new ApiQuery(context.Request);
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        CountersAnswer? answer = await Task.Run(() => room.Twin is { } twin ? CountersAnswer.Of(twin) : null);
        await ApiJson.Write(context, answer ?? throw StateEndpoints.Missing(room));
    }

    private static async Task Ready(HttpContext context)
    {
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        (ReadinessAnswer answer, Bilingual? problem) = await Task.Run(() => context.RequestServices.GetRequiredService<Looks>().Of(room));
        await ApiJson.Write(context, answer with { Problem = problem is null ? null : Reader.Of(context).Say(problem) }, answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>How things stand, looked at once a second at most: whoever asks must not make the disk work each time.</summary>
    internal sealed class Looks
    {
        private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);
        private readonly Lock gate = new();
        private (DateTime Until, (ReadinessAnswer, Bilingual?) Answer)? last;

        public (ReadinessAnswer, Bilingual?) Of(TwinRoom room)
        {
            lock (gate)
            {
                if (last is { } known && DateTime.UtcNow < known.Until) return known.Answer;
                (ReadinessAnswer, Bilingual?) answer = Look(room);
                last = (DateTime.UtcNow + Lasts, answer);
                return answer;
            }
        }

        private static (ReadinessAnswer, Bilingual?) Look(TwinRoom room)
        {
            LiveTwin? twin = room.Twin;
            bool writable = room.Standing == TwinStanding.Keeping && twin is { HasFailed: false };
            // Anybody may ask, so the words say nothing of the machine.
            Bilingual? problem = room.Standing switch { TwinStanding.Absent => ApiTexts.NoTwin, TwinStanding.InUse => ApiTexts.FileTaken, TwinStanding.Unusable => LiveTexts.Unusable, _ => null };
            if (twin is null) return (new ReadinessAnswer(false, room.Standing, writable, null, null), problem);
            bool whole;
            try
            {
                whole = twin.CheckTail() is null;
            }
            catch (SqliteException)
            {
                whole = false;
            }
            return (new ReadinessAnswer(writable && whole, room.Standing, writable, whole, null), problem ?? (whole ? null : ApiTexts.LogBroken));
        }
    }
}
