using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Proofs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Commands;

/// <summary>A baseline or scenario held to a time release study.</summary>
internal static class AgainstStudy
{
    /// <summary>Reads the study, simulates weeks surveyed alike, prints the verdicts.</summary>
    /// <returns>1 if a stratum or a flow lies outside.</returns>
    public static int Run(Call call, string verb)
    {
        var problems = new Problems();
        string data = StudySettings.Data.Given(call.Parsed, problems)!;
        string? mappingFile = StudySettings.Mapping.Given(call.Parsed, problems), write = StudySettings.WriteMapping.Given(call.Parsed, problems), keep = StudySettings.Keep.Given(call.Parsed, problems);
        string format = call.Format(problems);
        var options = new ValidationOptions
        {
            Replications = (int)CommandLine.Settings.Replications.Read(call.Parsed, problems), Seed = CommandLine.Settings.Seed.Read(call.Parsed, problems), WarmUpDays = (int)CommandLine.Settings.WarmUpDays.Read(call.Parsed, problems),
            Threads = (int)CommandLine.Settings.Threads.Read(call.Parsed, problems), Margin = StudySettings.Margin.Read(call.Parsed, problems) / 100.0,
        };
        if (options.Replications < 2) problems.Add(new InputProblem(Mark.Whole("corridor"), CommandLine.Settings.Replications.Name, $"{options.Replications}", new("una semana no dice cuánto difieren las semanas", "one week does not tell how weeks differ"), new("dos o más", "two or more"), "10"));
        OutputFolder? folder = CommandLine.Settings.Out.Given(call.Parsed, problems) is { } path ? OutputFolder.Open(path, problems) : null;
        OutputFolder? kept = keep is null ? null : OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(keep))!, problems, StudySettings.Keep.Name);
        StudyMapping? mapping = mappingFile is null || problems.Any ? null : MappingFile.Read(mappingFile).OrThrow();
        if (problems.Any) throw new InputException(problems.All);
        if (write is not null) return Propose(call, data, mapping, write);
        (BaselineFile baseline, Scenario? scenario) = ScenarioSource.Open(call).One();
        if (keep is not null && (scenario is not null || baseline.Own.Count > 0))
            throw new InputException([new InputProblem(Mark.Whole("corridor"), StudySettings.Keep.Name, keep, scenario is not null ? new("los veredictos los lleva una línea base, no un escenario", "verdicts are carried by a baseline, not by a scenario") : new("la línea base tiene cifras propias en otro archivo: no hay uno solo que pueda llevar los veredictos", "the baseline has figures of your own in another file: there is no single one to carry the verdicts"))]);
        CorridorModel model = scenario is null ? baseline.Model : MeasureCatalog.Apply(scenario.ModelBeforeMeasures(), scenario.Measures.Select(m => m.Application)).Model;
        Study study = Read(call, data, model, mapping);
        if (StudySettings.OnlyRead.Read(call.Parsed)) return Only(call, study, model, baseline, scenario, format, folder, verb);
        StudyValidation validation;
        using (var progress = new ProgressLine(call.Terminal, call.Tongue))
        {
            var gate = new Lock();
            validation = StudyValidation.Of(study, model, options, (done, total) => { lock (gate) progress.Show(done, total); }, call.Cancellation);
        }
        bool fitted = File.ReadAllText(baseline.Mark.File).Contains(study.Hash[..12], StringComparison.Ordinal);
        Stamp stamp = StampOf(call, verb, baseline, scenario, options.Replications, options.Seed, options.WarmUpDays, data);
        Bilingual title = scenario?.Title ?? baseline.Title;
        IReadOnlyList<FigureTable> tables = ValidationFigures.Tables(validation);
        Result result = FigureResult.Of("validation", new("El modelo y la realidad", "Model and reality"), width => new ValidationPage(validation, title, model, fitted, call.Tongue).Render(stamp, width), validation.Notes, tables, true, stamp, call);
        // What carries the verdicts is written first: a file that is named is there.
        if (kept is not null)
        {
            string text = CarriedValidation.Of(validation, baseline, fitted).Into(File.ReadAllText(baseline.Mark.File));
            kept.Write((Path.GetFileName(keep!), stream => stream.Write(Encoding.UTF8.GetBytes(text))));
            call.Tell("guardado: ", "written: ", keep!);
        }
        int code = result.Give(call, format, folder, true);
        return code != ExitCode.Done || (validation.Rows.All(r => r.Verdict != StudyVerdict.Outside) && validation.Flows.All(f => f.Verdict != StudyVerdict.Outside)) ? code : ExitCode.Failed;
    }

    private static Study Read(Call call, string data, CorridorModel model, StudyMapping? mapping)
    {
        bool told = false;
        var reading = new ReadingOptions
        {
            Progress = rows =>
            {
                if (!call.Terminal.ErrorIsWatched) return;
                told = true;
                call.Terminal.Error.Write(call.Tongue.Say($"\r{rows} filas leídas", $"\r{rows} rows read"));
            },
        };
        Study study = StudyReader.Read(data, model, mapping, reading, call.Cancellation).OrThrow();
        if (told) call.Terminal.Error.Write("\r" + new string(' ', 40) + "\r");
        return study;
    }

    private static int Propose(Call call, string data, StudyMapping? mapping, string write)
    {
        string text = MappingFile.Text(StudyReader.Propose(data, mapping).OrThrow());
        var problems = new Problems();
        OutputFolder folder = OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(write))!, problems, StudySettings.WriteMapping.Name) ?? throw new InputException(problems.All);
        folder.Write((Path.GetFileName(write), stream => stream.Write(Encoding.UTF8.GetBytes(text))));
        call.Tell("guardado: ", "written: ", write);
        call.Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    private static int Only(Call call, Study study, CorridorModel model, BaselineFile baseline, Scenario? scenario, string format, OutputFolder? folder, string verb)
    {
        IReadOnlyList<SurveyedStratum> strata = SurveyedStratum.Of(study, model);
        Stamp stamp = StampOf(call, verb, baseline, scenario, 0, 0, 0, study.Source);
        IReadOnlyList<Bilingual> notes = study.Lacks;
        ClearanceMeasure[] measures = [.. new[] { ClearanceMeasure.Side, ClearanceMeasure.Gate }.Where(m => study.Rows.Any(r => r.Hours(m) is not null))];
        (ClearanceMeasure Measure, IReadOnlyList<StudyIndicator> Cells)[] indicators = [.. measures.Select(m => (m, StudyIndicators.Of(study, model, m)))];
        IReadOnlyList<FigureTable> tables = [StudyFigures.Strata(strata), .. indicators.Select(i => StudyFigures.Indicators(i.Cells, i.Measure)), StudyFigures.Rejected(study.Rejected)];
        string Page(int width) => ValidationPage.Read(study, call.Tongue, width) + new SurveyPage(study, strata, model, notes, call.Tongue).Render(null, width) + string.Concat(indicators.Select(i => SurveyPage.Official(i.Cells, i.Measure, call.Tongue, width))) + "\n" + StampLines.RenderFiles(stamp, call.Tongue);
        return FigureResult.Of("study", new("Estudio de tiempos de despacho", "Time release study"), Page, notes, tables, true, stamp, call).Give(call, format, folder, true);
    }

    private static Stamp StampOf(Call call, string verb, BaselineFile baseline, Scenario? scenario, int replications, ulong seed, int warmUp, string data) =>
        Stamp.Of(baseline, scenario is null ? [] : [scenario], new ExperimentOptions { Seed = seed, Days = 7, WarmUpDays = warmUp }, replications,
            RepeatCommand.Plain(call, verb, StudySettings.Data, StudySettings.Mapping, StudySettings.OnlyRead, StudySettings.Margin, CommandLine.Settings.Replications, CommandLine.Settings.WarmUpDays, CommandLine.Settings.Seed));
}
