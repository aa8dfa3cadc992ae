using System.Text.Json;
using CorridorTwin.Dashboard.Charts;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Tests.Charts;

public class PlotlyWriterTests
{
    private static readonly Chart Sample = new()
    {
        Id = "sample", Title = "</script><b>", Caption = "", X = new Axis("hours") { FromZero = true, ZeroLine = true }, Y = new Axis { Categories = ["a", "b"], Reversed = true }, Legend = true,
        Table = new ChartTable([], []),
        Traces =
        [
            new Bars(Places.Of([1.0, double.NaN]), Places.Of(["a", "b"])) { Lying = true, Name = "</script>", From = [0.5, 0] },
            new Dots(Places.Of([1.0, 2]), Places.Of(["a", "b"])) { HalfX = [0.1, 0.2], Inks = [Ink.Good, Ink.Bad] },
            new Line(Places.Of([1.0, 2]), Places.Of([3.0, 4])) { Dashed = true, Stepped = true },
            new Band([1, 2], [0, 1], [2, 3]),
            new Boxes(Places.Of(["a"]), [(1, 2, 3, 4, 5)]) { Lying = true },
            new Heat(Places.Of(["x"]), Places.Of(["y"]), [[1]]) { Scale = "h" },
        ],
    };

    [Fact]
    public void Every_kind_of_series_becomes_one_of_plotlys()
    {
        using JsonDocument json = JsonDocument.Parse(new PlotlyWriter().Json(Sample, new Tongue("es")));
        // A band takes two traces.
        Assert.Equal(["bar", "scatter", "scatter", "scatter", "scatter", "box", "heatmap"], json.RootElement.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("type").GetString()!));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("data")[0].GetProperty("x")[1].ValueKind);
        Assert.Equal("es-point", json.RootElement.GetProperty("locale").GetString());
        Assert.Equal("ink:accent@0.25", json.RootElement.GetProperty("data")[4].GetProperty("fillcolor").GetString());
        Assert.Equal("ink:bad", json.RootElement.GetProperty("data")[1].GetProperty("marker").GetProperty("color")[1].GetString());
    }

    [Fact]
    public void No_text_can_end_the_element_the_chart_stands_in() => Assert.DoesNotContain("<", new PlotlyWriter().Json(Sample, new Tongue("en")), StringComparison.Ordinal);

    [Fact]
    public void Every_colour_of_charts_is_in_the_style_sheet()
    {
        string theme = File.ReadAllText(Path.Combine(Repository.Root, "src", "Dashboard", "Styles", "1-theme.css"));
        foreach (Ink ink in Enum.GetValues<Ink>()) Assert.Contains($"--{ink.ToString().ToLowerInvariant()}:", theme, StringComparison.Ordinal);
    }
}
