using System.Text.Json;

namespace CorridorTwin.Dashboard.Charts;

/// <summary>Series as plotly.js has them.</summary>
internal sealed class PlotlyTraces(Utf8JsonWriter json)
{
    private const double BandOpacity = 0.25;

    /// <summary>Writes a series; a band takes two.</summary>
    public void Write(Trace trace, bool legend)
    {
        if (trace is Band band) Edge(band);
        json.WriteStartObject();
        json.WriteString("type", trace switch { Bars => "bar", Boxes => "box", Heat => "heatmap", _ => "scatter" });
        json.WriteString("name", trace.Name);
        if (legend) json.WriteBoolean("showlegend", trace.Name.Length > 0);
        if (trace.Says is { } says)
        {
            json.WriteString("hoverinfo", "text");
            Texts("hovertext", says);
        }
        switch (trace)
        {
            case Bars bars: Body(bars); break;
            case Dots dots: Body(dots); break;
            case Line line: Body(line); break;
            case Boxes boxes: Body(boxes); break;
            case Heat heat: Body(heat); break;
            case Band b: Filled(b); break;
            default: throw new ArgumentException($"No plotly trace for {trace.GetType().Name}.", nameof(trace));
        }
        json.WriteEndObject();
    }

    private void Body(Bars bars)
    {
        Where("x", bars.X);
        Where("y", bars.Y);
        if (bars.Lying) json.WriteString("orientation", "h");
        if (bars.From is { } from) Numbers("base", from);
        json.WriteStartObject("marker");
        Ink("color", bars.Ink);
        json.WriteEndObject();
        if (bars.Touching) json.WriteNumber("width", bars.X.Numbers is [var first, var second, ..] ? second - first : 1);
    }

    private void Body(Dots dots)
    {
        Where("x", dots.X);
        Where("y", dots.Y);
        json.WriteString("mode", "markers");
        json.WriteStartObject("marker");
        json.WriteNumber("size", 10);
        if (dots.Hollow) json.WriteString("symbol", "circle-open");
        if (dots.Inks is { } inks)
        {
            json.WriteStartArray("color");
            foreach (Ink ink in inks) json.WriteStringValue(Name(ink));
            json.WriteEndArray();
        }
        else
        {
            Ink("color", dots.Ink);
        }
        json.WriteEndObject();
        Half("error_x", dots.HalfX, dots.Ink);
        Half("error_y", dots.HalfY, dots.Ink);
    }

    private void Body(Line line)
    {
        Where("x", line.X);
        Where("y", line.Y);
        json.WriteString("mode", "lines");
        json.WriteStartObject("line");
        Ink("color", line.Ink);
        json.WriteNumber("width", 2.5);
        if (line.Dashed) json.WriteString("dash", "dash");
        if (line.Stepped) json.WriteString("shape", "hv");
        json.WriteEndObject();
    }

    /// <summary>The lower edge of a band, up to which the upper one is filled.</summary>
    private void Edge(Band band)
    {
        json.WriteStartObject();
        json.WriteString("type", "scatter");
        Numbers("x", band.X);
        Numbers("y", band.Low);
        json.WriteString("mode", "lines");
        Unseen();
        json.WriteBoolean("showlegend", false);
        json.WriteString("hoverinfo", "skip");
        json.WriteEndObject();
    }

    private void Filled(Band band)
    {
        Numbers("x", band.X);
        Numbers("y", band.High);
        json.WriteString("mode", "lines");
        json.WriteString("fill", "tonexty");
        // A series' own opacity does not reach its filling.
        json.WriteString("fillcolor", $"{Name(band.Ink)}@{BandOpacity.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        Unseen();
    }

    private void Body(Boxes boxes)
    {
        Where(boxes.Lying ? "y" : "x", boxes.X);
        if (boxes.Lying) json.WriteString("orientation", "h");
        Numbers("lowerfence", boxes.Quantiles.Select(q => q.P5));
        Numbers("q1", boxes.Quantiles.Select(q => q.P25));
        Numbers("median", boxes.Quantiles.Select(q => q.P50));
        Numbers("q3", boxes.Quantiles.Select(q => q.P75));
        Numbers("upperfence", boxes.Quantiles.Select(q => q.P95));
        json.WriteStartObject("line");
        Ink("color", boxes.Ink);
        json.WriteEndObject();
    }

    private void Body(Heat heat)
    {
        Where("x", heat.X);
        Where("y", heat.Y);
        json.WriteStartArray("z");
        foreach (IReadOnlyList<double> row in heat.Values)
        {
            json.WriteStartArray();
            foreach (double value in row) Number(value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("colorscale");
        foreach ((double at, string ink) in new[] { (0.0, "ink:heat-0"), (0.5, "ink:heat-1"), (1.0, "ink:heat-2") })
        {
            json.WriteStartArray();
            json.WriteNumberValue(at);
            json.WriteStringValue(ink);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartObject("colorbar");
        json.WriteStartObject("title");
        json.WriteString("text", heat.Scale);
        json.WriteString("side", "right");
        json.WriteEndObject();
        json.WriteNumber("thickness", 12);
        json.WriteEndObject();
    }

    private void Half(string name, IReadOnlyList<double>? half, Ink ink)
    {
        if (half is null) return;
        json.WriteStartObject(name);
        json.WriteString("type", "data");
        Numbers("array", half);
        Ink("color", ink);
        json.WriteNumber("thickness", 2);
        json.WriteNumber("width", 5);
        json.WriteEndObject();
    }

    private void Unseen()
    {
        json.WriteStartObject("line");
        json.WriteNumber("width", 0);
        json.WriteEndObject();
    }

    private void Where(string name, Places places)
    {
        if (places.Names is { } names) Texts(name, names);
        else Numbers(name, places.Numbers!);
    }

    private void Texts(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers) Number(number);
        json.WriteEndArray();
    }

    /// <summary>JSON has no NaN: what is not there is null, and not drawn.</summary>
    private void Number(double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(Math.Round(value, 6));
        else json.WriteNullValue();
    }

    private void Ink(string name, Ink ink) => json.WriteString(name, Name(ink));

    private static string Name(Ink ink) => $"ink:{ink.ToString().ToLowerInvariant()}";
}
