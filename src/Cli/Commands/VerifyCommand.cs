using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Store;

namespace CorridorTwin.Cli.Commands;

/// <summary>Computes a report again and says whether it agrees.</summary>
internal sealed class VerifyCommand : Verb
{
    private static readonly PathSetting Reuse = new(
        "--store", new("Toma de este archivo las réplicas que tenga, en vez de simularlas de nuevo.", "Takes replications this file has from it, instead of simulating them again."),
        new("todo se simula de nuevo", "everything is simulated again"), new("ARCHIVO", "FILE"), new("un archivo", "a file"));

    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Recalcula un informe del panel y dice si coincide bit a bit, o qué difiere.",
        "Computes a report of the dashboard again and says whether it agrees bit for bit, or what differs.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Lee un informe en HTML, JSON o XLSX, simula de nuevo lo que dice con las copias de los archivos de entrada que lleva, y compara cada cifra; los archivos de escenarios de este equipo no cuentan. Sale con 0 si se reproduce, con 1 si algo difiere, con 2 si no es un informe. Tarda lo que tardó la simulación.",
        "Reads a report as HTML, JSON or XLSX, simulates what it says again from the copies of the input files it carries, and compares every figure; the scenario files of this machine do not matter. Exits with 0 if it is reproduced, with 1 if anything differs, with 2 if it is no report. Takes as long as the run took.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("<archivo>", "<file>");

    /// <inheritdoc/>
    public override int MostArguments => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [Reuse];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("verify report.html", new("¿Da este programa lo que dice el informe?", "Does this program give what the report says?")),
        ("verify report.xlsx --store results.db", new("Lo mismo, con réplicas ya hechas: más rápido, pero prueba menos.", "The same from replications made before: faster, but proves less.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Words.Count == 0)
            throw new InputException([new InputProblem(Mark.Whole("corridor"), "", null, new("'verify' necesita un archivo", "'verify' needs a file"), new("un informe en HTML, JSON o XLSX", "a report as HTML, JSON or XLSX"))]);
        var problems = new Problems();
        string? store = Reuse.Given(call.Parsed, problems);
        if (problems.Any) throw new InputException(problems.All);
        ReportFile report = ReportFile.Read(Bytes(call.Words[0]), call.Words[0]);
        IExecutor executor = store is null ? new LocalExecutor() : new StoredExecutor(new LocalExecutor(), ReplicationStore.Open(store));
        Verdict? verdict;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
            verdict = new Verification(report).Run(executor, progress.Show, call.Cancellation);
        call.TellOf(executor);
        if (verdict is null)
        {
            call.Tell("corridor: interrumpido; nada se ha comprobado", "corridor: interrupted; nothing was verified");
            return ExitCode.Cancelled;
        }
        call.Terminal.Out.Write(VerdictPage.Render(verdict, report.Proof, call.Tongue));
        return verdict.IsReproduced ? ExitCode.Done : ExitCode.Failed;
    }

    private static byte[] Bytes(string path)
    {
        Bilingual why;
        try
        {
            if (Directory.Exists(path)) why = new("es un directorio, no un archivo", "is a directory, not a file");
            else if (!File.Exists(path)) why = new("el archivo no existe", "no such file");
            else if (new FileInfo(path).Length > ReportFile.LargestBytes) why = new("es demasiado grande para ser un informe", "is too large for a report");
            else return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = new("no se puede leer", "cannot be read");
        }
        throw new InputException([new InputProblem(Mark.Whole(path), "", null, why, new("un informe en HTML, JSON o XLSX", "a report as HTML, JSON or XLSX"))]);
    }
}
