using System.Buffers;
using System.Text;
using System.Text.Json;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Charts;

/// <summary>Charts as plotly.js has them. Colours stay names (<c>ink:accent</c>) until the browser knows its scheme.</summary>
public sealed class PlotlyWriter : IChartWriter
{
    /// <inheritdoc/>
    public string Json(Chart chart, Tongue tongue)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The default encoder leaves no '<' bare, so that no text can end the element this stands in.
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            var traces = new PlotlyTraces(json);
            foreach (Trace trace in chart.Traces) traces.Write(trace, chart.Legend);
            json.WriteEndArray();
            Layout(json, chart);
            json.WriteString("locale", $"{tongue.Code}-{(tongue.Figures.Comma ? "comma" : "point")}");
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Layout(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject("layout");
        json.WriteNumber("height", chart.Height);
        json.WriteString("barmode", chart.Stacked ? "relative" : "group");
        json.WriteNumber("bargap", 0.28);
        json.WriteBoolean("showlegend", chart.Legend);
        json.WriteString("hovermode", "closest");
        if (chart.Legend)
        {
            json.WriteStartObject("legend");
            json.WriteString("orientation", "h");
            json.WriteNumber("y", 1.02);
            json.WriteString("yanchor", "bottom");
            json.WriteNumber("x", 0);
            json.WriteString("traceorder", "normal");
            json.WriteEndObject();
        }
        json.WriteStartObject("margin");
        json.WriteNumber("l", 8);
        json.WriteNumber("r", 16);
        json.WriteNumber("t", chart.Legend ? 48 : 12);
        json.WriteNumber("b", 8);
        json.WriteEndObject();
        Axis(json, "xaxis", chart.X);
        Axis(json, "yaxis", chart.Y);
        json.WriteEndObject();
    }

    private static void Axis(Utf8JsonWriter json, string name, Axis axis)
    {
        json.WriteStartObject(name);
        if (axis.Title.Length > 0)
        {
            json.WriteStartObject("title");
            json.WriteString("text", axis.Title);
            json.WriteNumber("standoff", 12);
            json.WriteEndObject();
        }
        if (axis.Categories is { } categories)
        {
            json.WriteString("type", "category");
            json.WriteString("categoryorder", "array");
            json.WriteStartArray("categoryarray");
            foreach (string category in categories) json.WriteStringValue(category);
            json.WriteEndArray();
        }
        else if (axis.Logarithmic)
        {
            json.WriteString("type", "log");
        }
        if (axis.Ticks is { } ticks)
        {
            json.WriteStartArray("tickvals");
            foreach ((double at, _) in ticks) json.WriteNumberValue(at);
            json.WriteEndArray();
            json.WriteStartArray("ticktext");
            foreach ((_, string text) in ticks) json.WriteStringValue(text);
            json.WriteEndArray();
        }
        if (axis.FromZero) json.WriteString("rangemode", "tozero");
        if (axis.Range is { } range)
        {
            json.WriteStartArray("range");
            json.WriteNumberValue(axis.Reversed ? range.High : range.Low);
            json.WriteNumberValue(axis.Reversed ? range.Low : range.High);
            json.WriteEndArray();
        }
        else if (axis.Reversed)
        {
            json.WriteString("autorange", "reversed");
        }
        json.WriteBoolean("zeroline", axis.ZeroLine);
        json.WriteEndObject();
    }
}
