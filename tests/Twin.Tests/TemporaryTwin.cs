using System.Text;
using CorridorTwin.Simulation.Tests.Trace;
using CorridorTwin.Simulation.Trace;
using CorridorTwin.Twin.Ingest;

namespace CorridorTwin.Twin.Tests;

/// <summary>A twin in a folder of its own, gone at the end.</summary>
internal sealed class TemporaryTwin : IAsyncDisposable
{
    // What is not about the disk is tried in memory, where there is such a folder.
    private readonly string folder = Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/corridor-twin-{Guid.NewGuid():N}").FullName : Directory.CreateTempSubdirectory("corridor-twin-").FullName;

    public TemporaryTwin(TwinOptions? options = null)
    {
        Options = options ?? new TwinOptions();
        Twin = LiveTwin.Open(Path, Options);
    }

    public TwinOptions Options { get; }
    public LiveTwin Twin { get; private set; }
    public string Path => System.IO.Path.Combine(folder, "twin.db");

    /// <summary>Some days of the synthetic corridor as lines: roster first, each with its id.</summary>
    public static IReadOnlyList<string> Feed { get; } = Lines();

    public IngestReport Ingest(string text, string source = "test", bool? csv = null) => Ingest(Encoding.UTF8.GetBytes(text), source, csv);

    public IngestReport Ingest(IEnumerable<string> lines, string source = "test") => Ingest(string.Join('\n', lines) + "\n", source);

    public IngestReport Ingest(byte[] bytes, string source = "test", bool? csv = null)
    {
        IngestReport report = Twin.Ingest(new MemoryStream(bytes), new IngestOptions { Source = source, Csv = csv });
        Twin.Settle();
        return report;
    }

    public string Hash()
    {
        Twin.Settle();
        return Twin.State().Hash();
    }

    public async Task Reopen(bool killed = false)
    {
        if (killed) await Twin.Close();
        else await Twin.DisposeAsync();
        Twin = LiveTwin.Open(Path, Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Twin.DisposeAsync();
        Directory.Delete(folder, true);
    }

    public static string Line(BorderEvent e) => BorderEventJson.Text(e with { Id = EventId.Of(e) });

    private static string[] Lines()
    {
        TraceHeader header = new TraceReader(new StringReader(TraceFixture.Text)).Header;
        DateTimeOffset first = TraceFixture.Events[0].T.AddMilliseconds(-1);
        return [.. header.LanesAt(first).Concat(TraceFixture.Events).Select(Line)];
    }
}
