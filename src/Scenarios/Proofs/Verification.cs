using System.Globalization;
using System.Text.Json;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Workbooks;

namespace CorridorTwin.Scenarios.Proofs;

/// <summary>Computes a report again from the input files it carries, and says whether everything agrees.</summary>
public sealed class Verification(ReportFile report)
{
    private const int Told = 12;

    private readonly List<Finding> findings = [];
    private readonly List<Bilingual> notes = [];
    private int more;

    /// <summary>Makes the page of a report, where the program can: then its text is compared as well.</summary>
    public Func<ReportSubject, Proof, string>? Page { get; init; }

    /// <summary>Runs.</summary>
    /// <param name="executor">Who simulates.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null if it was cancelled.</returns>
    public Verdict? Run(IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Proof proof = report.Proof;
        if (report.Kind != ReportKind.Xlsx && !Seal.Fits(report.Text))
            Add(new(new("el archivo se cambió después de hacerse: su sello no corresponde a su contenido", "the file was changed after it was made: its seal does not fit its content")));
        if (proof.Inputs.Hash is var hash && hash != proof.InputsHash) Add(new(new("las copias de los archivos de entrada se cambiaron", "the copies of the input files were changed"), proof.InputsHash, hash));
        if (proof.Build != Proof.CurrentBuild)
            notes.Add(new($"El informe es de otra compilación del programa ({Text(proof.Stamp.Commit)}); esta es {Text(Stamp.CurrentCommit)}.", $"The report is of another build of the program ({Text(proof.Stamp.Commit)}); this one is {Text(Stamp.CurrentCommit)}."));
        string folder = Directory.CreateTempSubdirectory("corridor-verify-").FullName;
        try
        {
            proof.Inputs.Write(folder);
            return Compare(proof, folder, executor, progress, cancellation);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private Verdict? Compare(Proof proof, string folder, IExecutor executor, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        ComparisonRequest request;
        try
        {
            request = proof.Question.Request(ScenarioFolder.Load(folder));
        }
        catch (InputException e)
        {
            // The name of the temporary copy would tell a reader nothing.
            Add(new(new("los archivos de entrada no se pueden leer: " + e.Problems[0].Render("es").Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), "the input files cannot be read: " + e.Problems[0].Render("en").Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))));
            return Done(0);
        }
        var again = new RecordedOnly(executor, proof.Made);
        RunResult result = RunResult.Of(request, again, progress, cancellation);
        if (cancellation.IsCancellationRequested) return null;
        ReportSubject subject = ReportSubject.Of(result, proof.Question.Reference, proof.Question.Shown);
        Proof found = Proof.Of(subject, proof.Inputs, proof.Tongue, proof.Ended);
        Stamps(proof.Stamp, found.Stamp);
        using JsonDocument recorded = JsonDocument.Parse(proof.Results.ToJsonString()), computed = JsonDocument.Parse(found.Results.ToJsonString());
        Trees("", recorded.RootElement, computed.RootElement);
        if (report.Kind == ReportKind.Xlsx) Cells(subject, proof);
        if (report.Kind == ReportKind.Html && Page is not null && proof.Build == Proof.CurrentBuild && findings.Count == 0) Pages(Page(subject, found));
        return Done(again.Made);
    }

    private void Stamps(Stamp recorded, Stamp found)
    {
        void Of(Bilingual what, string a, string b)
        {
            if (a != b) Add(new(what, a, b));
        }
        Of(new("el hash de escenarios y línea base", "the hash of scenarios and baseline"), recorded.ScenarioHash, found.ScenarioHash);
        Of(new("el hash de las tablas", "the hash of the tables"), recorded.DataHash, found.DataHash);
        Of(new("la semilla del sello", "the seed of the stamp"), $"{recorded.Seed}", $"{found.Seed}");
        Of(new("las réplicas del sello", "the replications of the stamp"), $"{recorded.Replications}", $"{found.Replications}");
        Of(new("los días del sello", "the days of the stamp"), $"{recorded.Days}", $"{found.Days}");
        Of(new("el período del sello", "the period of the stamp"), recorded.Period.En, found.Period.En);
        Of(new("la validación del sello", "the validation of the stamp"), string.Join(" · ", (recorded.Validation ?? []).Select(v => v.En)), string.Join(" · ", found.Validation.Select(v => v.En)));
        Of(new("el comando del sello", "the command of the stamp"), recorded.Command, found.Command);
        if (recorded.Commit != found.Commit && report.Proof.Build == Proof.CurrentBuild) Of(new("la versión del código", "the version of the code"), recorded.Commit, found.Commit);
    }

    /// <summary>What differs between two trees, in the order of the recorded one.</summary>
    private void Trees(string path, JsonElement recorded, JsonElement found)
    {
        if (recorded.ValueKind == JsonValueKind.Object && found.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in recorded.EnumerateObject())
            {
                string at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                if (found.TryGetProperty(property.Name, out JsonElement other)) Trees(at, property.Value, other);
                else Add(new(Bilingual.Same(at), Shown(property.Value), null));
            }
            foreach (JsonProperty property in found.EnumerateObject())
                if (!recorded.TryGetProperty(property.Name, out _)) Add(new(Bilingual.Same($"{path}.{property.Name}"), null, Shown(property.Value)));
        }
        else if (recorded.ValueKind == JsonValueKind.Array && found.ValueKind == JsonValueKind.Array)
        {
            int both = Math.Min(recorded.GetArrayLength(), found.GetArrayLength());
            for (int i = 0; i < both; i++) Trees($"{path}[{i + 1}]", recorded[i], found[i]);
            if (recorded.GetArrayLength() != found.GetArrayLength()) Add(new(new($"{path}: número de filas", $"{path}: number of rows"), $"{recorded.GetArrayLength()}", $"{found.GetArrayLength()}"));
        }
        else if (!Same(recorded, found))
        {
            Add(new(Bilingual.Same(path), Shown(recorded), Shown(found)));
        }
    }

    /// <summary>Whether two values are one, however a program may have written them.</summary>
    private static bool Same(JsonElement recorded, JsonElement found) => recorded.ValueKind == found.ValueKind && recorded.ValueKind switch
    {
        JsonValueKind.Number => recorded.GetRawText() == found.GetRawText() || recorded.TryGetDouble(out double a) && found.TryGetDouble(out double b) && a == b,
        JsonValueKind.String => recorded.GetString() == found.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => false,
        _ => true,
    };

    /// <summary>Every cell but those of the proof, which are compared as what they say. A spreadsheet program may have written numbers otherwise; their value is what counts.</summary>
    private void Cells(ReportSubject subject, Proof proof)
    {
        IReadOnlyDictionary<string, string> now = ReportFile.CellsOf(WorkbookWriter.Write(ReportWorkbook.Of(subject, proof)));
        foreach (string at in report.Cells.Keys.Concat(now.Keys.Where(k => !report.Cells.ContainsKey(k))).Where(k => !k.StartsWith(ReportTexts.SheetProof + "!", StringComparison.Ordinal)))
        {
            string? recorded = report.Cells.GetValueOrDefault(at), found = now.GetValueOrDefault(at);
            bool same = recorded?.ReplaceLineEndings("\n") == found?.ReplaceLineEndings("\n")
                || double.TryParse(recorded, CultureInfo.InvariantCulture, out double a) && double.TryParse(found, CultureInfo.InvariantCulture, out double b) && a == b;
            if (!same) Add(new(new($"la celda {at}", $"the cell {at}"), recorded, found));
        }
    }

    /// <summary>The first line that differs between the page and the one the same program makes now.</summary>
    private void Pages(string now)
    {
        string[] recorded = Seal.Open(report.Text).ReplaceLineEndings("\n").Split('\n'), found = Seal.Open(now).ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < Math.Max(recorded.Length, found.Length); i++)
        {
            string? a = recorded.ElementAtOrDefault(i), b = found.ElementAtOrDefault(i);
            if (a == b) continue;
            Add(new(new($"la página, línea {i + 1}", $"the page, line {i + 1}"), a?.Trim(), b?.Trim()));
            return;
        }
    }

    private void Add(Finding finding)
    {
        if (findings.Count < Told) findings.Add(finding with { Recorded = Cut(finding.Recorded), Found = Cut(finding.Found) });
        else more++;
    }

    private Verdict Done(int replications) => new(findings, more, notes, replications);

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Text(string commit) => commit.Length > 12 ? commit[..12] : commit;

    private static string? Cut(string? text) => text is { Length: > 160 } ? text[..160] + "…" : text;
}
