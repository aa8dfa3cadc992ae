using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

/// <summary>What docs/trace.md says is so.</summary>
public class DocumentedTraceTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/trace.md"));

    [Fact]
    public void The_truck_on_the_page_took_the_time_it_says()
    {
        string lines = Regex.Match(Page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        TripSide? side = null;
        Assert.True(TraceReplay.Read(new StringReader(lines), ended: t => side = t).Complete);
        Assert.Equal(new TimeSpan(1, 10, 0), side!.SideTime);
        Assert.Equal(new TimeSplit(12 * 60_000, 0, 38 * 60_000, 0, 20 * 60_000, 0), side.Split);
        Assert.All(lines.TrimEnd().Split('\n')[1..], line => Assert.Equal(line, BorderEventJson.Text(new BorderEventParser().Parse(line))));
    }

    [Fact]
    public void Every_type_stands_on_the_page_and_no_other()
    {
        string table = Page[Page.IndexOf("## Types", StringComparison.Ordinal)..Page.IndexOf("The time split", StringComparison.Ordinal)];
        IEnumerable<string> named = table.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => Regex.Matches(l.Split('|')[1], "`([^`]+)`").Select(m => m.Groups[1].Value));
        Assert.Equal(BorderEventTypes.All.Order(), named.Order());
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
