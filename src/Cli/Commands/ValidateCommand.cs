using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Cli.Commands;

/// <summary>Checks files, and on request the baseline's results.</summary>
internal sealed class ValidateCommand : Verb
{
    /// <inheritdoc/>
    public override string Name => "validate";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Revisa la línea base, los escenarios y sus tablas; o la línea base frente a sus referencias, o a un estudio de tiempos de despacho.",
        "Checks the baseline, the scenarios and their tables; or the baseline against its references, or a time release study.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Cada problema es una línea: archivo, línea, campo, qué se esperaba y el valor válido más parecido. Con --against-references simula la línea base y muestra cada cifra de referencia con su valor simulado; sale con 1 si alguna obligatoria no se cumple o alguna queda fuera de su rango. Con --data simula semanas encuestadas como el estudio y da un veredicto por puesto, lado y operación: dentro, dudoso o fuera; sale con 1 si alguno queda fuera.",
        "Each problem is one line: file, line, field, what was expected and the nearest valid value. With --against-references it simulates the baseline and shows every reference figure with its simulated value; exits with 1 if one that must hold does not, or any lies outside its range. With --data it simulates weeks surveyed as the study was and gives a verdict by post, side and operation: inside, doubtful or outside; exits with 1 if one lies outside.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("[archivo…]", "[file…]");

    /// <inheritdoc/>
    public override int MostArguments => int.MaxValue;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } = [
        CommandLine.Settings.AgainstReferences, StudySettings.Data, StudySettings.Mapping, StudySettings.WriteMapping, StudySettings.OnlyRead, StudySettings.Margin, StudySettings.Keep,
        .. CommandLine.Settings.Simulating, CommandLine.Settings.Format, CommandLine.Settings.Out,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("validate", new("Revisa todos los archivos del directorio de escenarios.", "Checks every file of the scenario directory.")),
        ("validate my-scenario.yaml", new("Revisa un escenario propio, que puede extender los del directorio.", "Checks a scenario of your own, which may extend those of the directory.")),
        ("validate --against-references", new("¿Reproduce la línea base lo publicado?", "Does the baseline reproduce what was published?")),
        ("validate --data study.xlsx --only-read --out read", new("¿Qué filas del estudio se usan y cuáles no, y por qué?", "Which rows of the study are used, which not, and why?")),
        ("validate --data study.csv --keep scenarios/2024-baseline.yaml", new("¿Concuerda la línea base con el estudio? Los veredictos quedan en su archivo.", "Does the baseline agree with the study? The verdicts stay in its file.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (CommandLine.Settings.AgainstReferences.Read(call.Parsed)) return AgainstReferences.Run(call);
        if (StudySettings.Data.Given(call.Parsed, new Problems()) is not null) return AgainstStudy.Run(call, Name);
        call = call with { Words = [.. call.Words.Select(w => ScenarioSource.IsPath(w) ? w : "." + Path.DirectorySeparatorChar + w)] };
        ScenarioSource source = ScenarioSource.Open(call);
        var problems = new List<InputProblem>(source.Folder.Problems);
        string references = Path.Combine(source.Directory, "data", "references.csv");
        int targets = 0;
        if (File.Exists(references) && source.Folder.Baselines.Count > 0)
        {
            var found = new Problems();
            targets = ReferenceTable.Load(references, source.Folder.Baselines[0].Model, found).Count;
            problems.AddRange(found.All);
        }
        PlanFolder plans = PlanFolder.Load(source.Directory, source.Folder);
        // A plan rests on scenarios: what is wrong with them is told first.
        RolloutFolder rollouts = RolloutFolder.Load(source.Directory, source.Folder);
        if (problems.Count == 0) problems.AddRange([.. plans.Check(), .. rollouts.Check()]);
        if (problems.Count > 0) throw new InputException(problems);
        foreach (BaselineFile baseline in source.Folder.Baselines)
        {
            int graded = baseline.Figures.Count(f => f.Provenance.Grade is not null);
            int sourced = baseline.Figures.Count(f => f.Provenance.Source is not null);
            call.Terminal.Out.WriteLine(call.Tongue.Say(
                $"{baseline.Id}: correcto; {baseline.Model.Posts.Count} puestos, {baseline.Figures.Count} cifras, {sourced} con fuente y {graded} con grado",
                $"{baseline.Id}: correct; {baseline.Model.Posts.Count} posts, {baseline.Figures.Count} figures, {sourced} with a source and {graded} with a grade"));
        }
        foreach (Scenario scenario in source.All)
            call.Terminal.Out.WriteLine(call.Tongue.Say($"{scenario.Id}: correcto; ", $"{scenario.Id}: correct; ") + string.Join(", ", scenario.Measures.Select(m => m.Application.Measure).Distinct()));
        foreach (string plan in plans.Ids) call.Terminal.Out.WriteLine(call.Tongue.Say($"{PlanFolder.Name}/{plan}: correcto; se evalúa con 'corridor appraise {plan}'", $"{PlanFolder.Name}/{plan}: correct; appraised by 'corridor appraise {plan}'"));
        foreach (string rollout in rollouts.Ids) call.Terminal.Out.WriteLine(call.Tongue.Say($"{RolloutFolder.Name}/{rollout}: correcto; se simula con 'corridor rollout {rollout}'", $"{RolloutFolder.Name}/{rollout}: correct; simulated by 'corridor rollout {rollout}'"));
        if (targets > 0) call.Terminal.Out.WriteLine(call.Tongue.Say($"data/references.csv: correcto; {targets} cifras de referencia", $"data/references.csv: correct; {targets} reference figures"));
        Matrix(call, rollouts);
        return ExitCode.Done;
    }

    /// <summary>The strategy's matrix is as printed, and says so where it disagrees with itself: that is no fault of the file.</summary>
    private static void Matrix(Call call, RolloutFolder rollouts)
    {
        if (rollouts.Matrix.Count == 0) return;
        IReadOnlyList<MatrixFinding> findings = MatrixCheck.Of(rollouts.Matrix, rollouts.Contradictions);
        int rows = findings.Select(f => f.Row.Id).Distinct().Count();
        call.Terminal.Out.WriteLine(call.Tongue.Say(
            $"data/{MatrixTable.FileName}: correcto, tal como está impreso; {rollouts.Matrix.Count} filas, {rows} se contradicen:",
            $"data/{MatrixTable.FileName}: correct, as printed; {rollouts.Matrix.Count} rows, {rows} contradict themselves:"));
        foreach (MatrixFinding f in findings.OrderBy(f => f.Contradiction is null)) call.Terminal.Out.WriteLine($"  {f.Contradiction ?? "–",-4}{f.Row.Mark}: {f.Row.Id}: {call.Tongue.Say(f.Text)}");
        foreach (Contradiction c in MatrixCheck.NotShown(findings, rollouts.Contradictions))
            call.Terminal.Out.WriteLine(call.Tongue.Say($"  {c.Id,-4}{c.Mark}: la tabla la enumera, pero las celdas de {c.Row} ya no se contradicen", $"  {c.Id,-4}{c.Mark}: listed, but the cells of {c.Row} no longer disagree"));
    }
}
