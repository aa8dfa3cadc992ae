using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace CorridorTwin.Dashboard.Runs;

/// <summary>Tells an open page how a run goes on, until it ends. The page is whole without it: it shows how things stood when it was asked for.</summary>
public static class RunEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(700);

    /// <summary>A part of the page, rendered again whenever the run has come further.</summary>
    /// <param name="context">Request.</param>
    /// <param name="run">How the run stands; null once there is none.</param>
    /// <param name="parameters">Of the part.</param>
    /// <param name="cancellation">The reader has gone.</param>
    public static async IAsyncEnumerable<SseItem<string>> Follow<T>(
        HttpContext context, Func<RunRecord?> run, Func<RunRecord, Dictionary<string, object?>> parameters, [EnumeratorCancellation] CancellationToken cancellation)
        where T : IComponent
    {
        RunRecord? told = null;
        while (run() is { } now)
        {
            if (told is null || now.Id != told.Id || now.State != told.State || now.Done != told.Done)
            {
                string html = await Fragments.Render<T>(context, parameters(now));
                yield return new SseItem<string>(html, now.IsActive ? "part" : "end") { EventId = $"{now.Id}-{now.Done}" };
                told = now;
            }
            if (!now.IsActive) yield break;
            try
            {
                await Task.Delay(Beat, cancellation);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }
}
