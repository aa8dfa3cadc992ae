using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Output;

/// <summary>A result in every form it can be given in.</summary>
internal sealed class Result
{
    /// <summary>As a page for readers.</summary>
    public required Func<string> Table { get; init; }

    /// <summary>As one JSON object.</summary>
    public required Action<Stream> Json { get; init; }

    /// <summary>As one CSV table.</summary>
    public required Action<TextWriter> Csv { get; init; }

    /// <summary>As a spreadsheet; null if it has none.</summary>
    public Action<Stream>? Workbook { get; init; }

    /// <summary>As files.</summary>
    public required (string Name, Action<Stream> Content)[] Files { get; init; }

    /// <summary>A file of text.</summary>
    public static Action<Stream> Text(Func<string> text) => Text(writer => writer.Write(text()));

    /// <summary>A file of text.</summary>
    public static Action<Stream> Text(Action<TextWriter> write) => stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(writer);
    };

    /// <summary>The file of recoveries, if there are any.</summary>
    public static IEnumerable<(string Name, Action<Stream> Content)> Recoveries(CorridorModel corridor, IEnumerable<(string Scenario, Recovery Recovery)> recoveries)
    {
        (string, Recovery)[] all = [.. recoveries];
        return all.Length == 0 ? [] : [("recoveries.csv", Text(writer => ComparisonCsv.WriteRecoveries(corridor, all, writer)))];
    }

    /// <summary>Gives it: files first, so that they are there when the page is read, then standard output.</summary>
    /// <param name="call">Where and in which language.</param>
    /// <param name="format">table, json, csv or xlsx.</param>
    /// <param name="folder">Where to keep files; null for nowhere.</param>
    /// <param name="complete">False if the work was cancelled: what is finished is shown, but never takes the place of complete files.</param>
    /// <returns>Exit code.</returns>
    public int Give(Call call, string format, OutputFolder? folder, bool complete)
    {
        if (complete && folder is not null)
        {
            IReadOnlyList<string> files = folder.Write(Files);
            call.Tell("guardado: ", "written: ", string.Join(", ", files));
        }
        TextWriter to = call.Terminal.Out;
        if (format == "table")
        {
            to.Write(Table());
        }
        else if (format == "csv")
        {
            Csv(to);
        }
        else
        {
            to.Flush();
            // Whole in memory before the first byte goes out: a fault on the way must not leave half an object.
            using var whole = new MemoryStream();
            if (format == "xlsx")
            {
                Workbook!(whole);
            }
            else
            {
                Json(whole);
                whole.WriteByte((byte)'\n');
            }
            call.Terminal.OutBytes.Write(whole.GetBuffer(), 0, (int)whole.Length);
        }
        to.Flush();
        if (complete) return ExitCode.Done;
        call.Tell("corridor: interrumpido; se informa lo terminado" + (folder is null ? "" : " y no se guardan archivos"), "corridor: interrupted; what is finished is reported" + (folder is null ? "" : " and no files are kept"));
        return ExitCode.Cancelled;
    }
}
