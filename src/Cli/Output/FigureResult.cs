using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Cli.Output;

/// <summary>A result that is a page and tables of figures, in every form: as CSV its first table, as JSON and spreadsheet all of them, as files each.</summary>
internal static class FigureResult
{
    /// <summary>The result.</summary>
    /// <param name="name">Name of its files.</param>
    /// <param name="title">Title of the spreadsheet.</param>
    /// <param name="page">The page of text, for a width.</param>
    /// <param name="notes">What a reader must be told.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="complete">False if it was cancelled.</param>
    /// <param name="stamp">What it rests on.</param>
    /// <param name="call">In which language, how wide.</param>
    /// <param name="heads">Fields at the head of the JSON object.</param>
    public static Result Of(string name, Bilingual title, Func<int, string> page, IReadOnlyList<Bilingual> notes, IReadOnlyList<FigureTable> tables, bool complete, Stamp stamp, Call call, params (string Name, string Value)[] heads)
    {
        void Book(Stream to) => to.Write(WorkbookWriter.Write(FigureFiles.Book(title, notes, tables, stamp, call.Tongue)));
        void Json(Stream to) => FigureFiles.WriteJson(tables, notes, complete, stamp, to, heads);
        return new Result
        {
            Table = () => page(call.Terminal.Width),
            Json = Json,
            Csv = writer => FigureFiles.WriteCsv(tables[0], call.Tongue, writer),
            Workbook = Book,
            Files =
            [
                ($"{name}.txt", Result.Text(() => page(Terminal.UsualWidth))), ($"{name}.json", Json), ($"{name}.xlsx", Book),
                .. tables.Select(t => ($"{t.Id}.csv", Result.Text(writer => FigureFiles.WriteCsv(t, call.Tongue, writer)))),
            ],
        };
    }
}
