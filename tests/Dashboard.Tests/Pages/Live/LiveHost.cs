using System.Text;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Live;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorTwin.Dashboard.Tests.Pages.Live;

/// <summary>A dashboard whose twin was told the first eight hours of a simulated Tuesday of the shipped corridor; nothing comes after.</summary>
public sealed class LiveHost : IAsyncLifetime
{
    /// <summary>The dashboard.</summary>
    public RunningHost Host { get; private set; } = null!;

    /// <summary>Its twin.</summary>
    public LiveTwin Twin => Room.Twin!;

    /// <summary>What has the twin.</summary>
    public TwinRoom Room => Host.Services.GetRequiredService<TwinRoom>();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Host = await RunningHost.Start();
        Room.Ingest(new MemoryStream(Encoding.UTF8.GetBytes(Events(8, 15))), new IngestOptions { Source = "gates" });
        Twin.Settle();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Events of some hours from the second day on.</summary>
    internal static string Events(int from, int to)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(BaselineFile.Load(Path.Combine(Repository.Root, "scenarios", "2024-baseline.yaml")).OrThrow().Model, SimDuration.FromDays(1), SimDuration.FromDays(1));
        var text = new StringBuilder();
        TraceHeader header = null!;
        TraceRun.Tell(corridor, new TraceRequest { Seed = 3, From = SimTime.FromHours(24 + from), To = SimTime.FromHours(24 + to) }, h => header = h, e =>
        {
            if (text.Length == 0) foreach (BorderEvent lane in header.LanesAt(e.T.AddMilliseconds(-1))) text.Append(BorderEventJson.Text(lane)).Append('\n');
            text.Append(BorderEventJson.Text(e)).Append('\n');
        });
        return text.ToString();
    }

    /// <summary>The page.</summary>
    public async Task<IDocument> Page(string query = "")
    {
        using HttpClient browser = Host.Browser();
        return await RunningHost.Parse(await browser.GetAsync("/corridor/live?lang=en&" + query));
    }
}

/// <summary>Tests that share it.</summary>
[CollectionDefinition(nameof(LiveHost))]
public class LiveHostCollection : ICollectionFixture<LiveHost>;
