using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Nowcasts;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

internal sealed partial class TwinCommand
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>States as a table each, as JSON a line each, or as one CSV table.</summary>
    private static int Print(Call call, string format, IEnumerable<TwinView> states, IReadOnlyList<QueueEstimate>? lines = null)
    {
        TextWriter to = call.Terminal.Out;
        if (format == "csv") to.Write("t,post,dir,side,queue,inside,entered,left,lost,no_data\n");
        bool first = true;
        foreach (TwinView view in states)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            if (format == "table")
            {
                if (!first) to.WriteLine();
                Table(call, view, lines);
            }
            else if (format == "json") to.Write(JsonSerializer.Serialize(new { at = view.At, hash = view.Hash(), sides = view.Sides.Select(s => Row(s, LineOf(s, lines))) }, Plain) + "\n");
            else foreach (SideView s in view.Sides) to.Write(string.Create(CultureInfo.InvariantCulture, $"{view.At:yyyy-MM-dd'T'HH:mm:ss'Z'},{s.Post},{s.Dir},{s.Side},{Shown(s, s.Flow.Queue)},{Shown(s, s.Flow.Inside)},{s.Flow.Entered},{s.Flow.Left},{s.Flow.Lost},{(s.NoData ? 1 : 0)}\n"));
            first = false;
        }
        return ExitCode.Done;
    }

    private static QueueEstimate? LineOf(SideView s, IReadOnlyList<QueueEstimate>? lines) => s.NoData ? null : lines?.FirstOrDefault(l => l.Post == s.Post && l.Side == s.Side && l.Dir == s.Dir);

    private static string Shown(SideView side, int number) => side.NoData ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static object Row(SideView s, QueueEstimate? line) => new
    {
        post = s.Post, dir = s.Dir.ToString(), side = s.Side, queue = s.NoData ? null : (int?)s.Flow.Queue, inside = s.NoData ? null : (int?)s.Flow.Inside,
        entered = s.Flow.Entered, left = s.Flow.Left, lost = s.Flow.Lost, conserved = s.Flow.IsConserved, lineLow = line?.Quantile(0.05), lineHigh = line?.Quantile(0.95), unseenShare = line?.Unseen, noData = s.NoData, lastHeard = s.LastHeard,
    };

    private static void Table(Call call, TwinView view, IReadOnlyList<QueueEstimate>? lines)
    {
        Tongue tongue = call.Tongue;
        TextWriter to = call.Terminal.Out;
        to.WriteLine(tongue.Say("Estado a las ", "State at ") + view.At.ToOffset(TimeSpan.FromHours(-6)).ToString("yyyy-MM-dd HH:mm:ss 'UTC'z", CultureInfo.InvariantCulture));
        if (view.Sides.Count == 0)
        {
            to.WriteLine(tongue.Say("Sin datos: ningún camión leído.", "No data: no truck has been read."));
            return;
        }
        Table table = TextTable.Create(
            (tongue.Say("Puesto", "Post"), false), (tongue.Say("Sentido", "Direction"), false), (tongue.Say("Lado", "Side"), false), (lines is null ? tongue.Say("En cola", "Queueing") : tongue.Say("En cola (90 %)", "Queueing (90 %)"), true), (tongue.Say("Dentro", "Inside"), true),
            (tongue.Say("Entraron", "Came"), true), (tongue.Say("Salieron", "Left"), true), (tongue.Say("Perdidos", "Lost"), true), (tongue.Say("Última noticia", "Last heard"), true));
        foreach (SideView s in view.Sides.OrderBy(s => s.Post, StringComparer.Ordinal).ThenBy(s => s.Dir).ThenBy(s => s.Side, StringComparer.Ordinal))
        {
            string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
            string none = tongue.Say("sin datos", "no data");
            string heard = s.LastHeard is { } at ? tongue.Say($"hace {Math.Max(0, (view.At - at).TotalMinutes):F0} min", $"{Math.Max(0, (view.At - at).TotalMinutes):F0} min ago") : none;
            table.Add(s.Post, s.Dir.ToString() ?? "", s.Side, s.NoData ? none : LineOf(s, lines) is { } line ? $"{Number(s.Flow.Queue)} ({line.Quantile(0.05)}–{line.Quantile(0.95)})" : Number(s.Flow.Queue), s.NoData ? none : Number(s.Flow.Inside), Number(s.Flow.Entered), Number(s.Flow.Left), Number(s.Flow.Lost), heard);
        }
        to.Write(TextTable.Render(table, call.Terminal.Width));
    }
}
