using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Writes what the meters have counted as Prometheus reads it (text format 0.0.4), when it is asked for.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    private readonly StringBuilder text = new();

    /// <summary>The media type.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>What was last collected.</summary>
    public string Last { get; private set; } = "";

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        text.Clear();
        foreach (Metric metric in batch) Write(metric);
        Last = text.ToString();
        return ExportResult.Success;
    }

    /// <summary>A name as Prometheus wants it: no dots, the unit at the end, and <c>_total</c> after that of what only grows.</summary>
    internal static string NameOf(string name, string unit, bool sum)
    {
        string plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        string suffix = unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return plain + (plain.EndsWith(suffix, StringComparison.Ordinal) ? "" : suffix) + (sum ? "_total" : "");
    }

    private void Write(Metric metric)
    {
        bool sum = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum, histogram = metric.MetricType == MetricType.Histogram;
        string name = NameOf(metric.Name, metric.Unit, sum);
        text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(metric.Description ?? "", quote: false)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(sum ? " counter\n" : histogram ? " histogram\n" : " gauge\n");
        foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
        {
            string labels = Labels(point);
            switch (metric.MetricType)
            {
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    Line(name, labels, point.GetSumLong());
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    Line(name, labels, point.GetSumDouble());
                    break;
                case MetricType.LongGauge:
                    Line(name, labels, point.GetGaugeLastValueLong());
                    break;
                case MetricType.DoubleGauge:
                    Line(name, labels, point.GetGaugeLastValueDouble());
                    break;
                case MetricType.Histogram:
                    Histogram(name, labels, point);
                    break;
            }
        }
    }

    private void Histogram(string name, string labels, in MetricPoint point)
    {
        long count = 0;
        string before = labels.Length == 0 ? "" : labels + ",";
        foreach (HistogramBucket bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            string bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Line($"{name}_bucket", $"{before}le=\"{bound}\"", count);
        }
        Line($"{name}_sum", labels, point.GetHistogramSum());
        Line($"{name}_count", labels, point.GetHistogramCount());
    }

    private void Line(string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Labels(in MetricPoint point)
    {
        var labels = new List<string>();
        foreach ((string key, object? value) in point.Tags)
            labels.Add($"{NameOf(key, "", sum: false)}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", quote: true)}\"");
        return string.Join(',', labels);
    }

    private static string Number(double x) => double.IsNaN(x) ? "NaN" : x.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string s, bool quote)
    {
        string plain = s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quote ? plain.Replace("\"", "\\\"", StringComparison.Ordinal) : plain;
    }
}
