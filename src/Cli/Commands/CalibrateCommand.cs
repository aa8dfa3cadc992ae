using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Calibration.Posts;
using CorridorTwin.Scenarios.Comparisons;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Commands;

/// <summary>Calibrates the baseline's figures of border posts from a time release study.</summary>
internal sealed class CalibrateCommand : Verb
{
    private static readonly NameSetting Post = new("--post", Bilingual.Same("IDS"), new("Puestos que se calibran, separados por comas.", "Posts to calibrate, parted by commas."), new("ids de puestos, separados por comas", "ids of posts, parted by commas"), new("los del estudio", "those of the study"));
    private static readonly PathSetting OutFile = new("--out", new("Guarda la línea base calibrada en este archivo YAML; extiende la línea base de la que parte.", "Keeps the calibrated baseline in this YAML file; it extends the baseline it started from."), null, new("ARCHIVO", "FILE"), new("un archivo YAML", "a YAML file"));
    private static readonly NameSetting Id = new("--id", Bilingual.Same("ID"), new("Id de la línea base calibrada.", "Id of the calibrated baseline."), new("un id", "an id"), new("el nombre del archivo de --out", "the name of the file of --out"));
    private static readonly SwitchSetting Complete = new("--complete", new("Las filas del estudio son todos los camiones que llegaron; sin esto se averigua.", "The study's rows are all trucks that came; without this it is found out."));
    private static readonly SwitchSetting Sample = new("--sample", new("Las filas del estudio son una muestra; sin esto se averigua.", "The study's rows are a sample; without this it is found out."));
    private static readonly NumberSetting Days = new("--days", Bilingual.Same("N"), new("Días simulados para cada candidato.", "Days simulated for each candidate."), 7, 366, 28);
    private static readonly NumberSetting WarmUp = new("--warmup-days", Bilingual.Same("N"), new("Días simulados antes.", "Days simulated before."), 0, 366, 21);
    private static readonly NumberSetting Effort = new("--generations", Bilingual.Same("N"), new("Generaciones de la búsqueda global.", "Generations of the global search."), 0, 1000, 8);

    /// <inheritdoc/>
    public override string Name => "calibrate";

    /// <inheritdoc/>
    public override Bilingual Purpose { get; } = new(
        "Calibra las cifras de un puesto con un estudio de tiempos de despacho, y dice cuáles no se pueden conocer con él.",
        "Calibrates a post's figures from a time release study, and says which of them it cannot tell.");

    /// <inheritdoc/>
    public override Bilingual? Explanation { get; } = new(
        "Lo que se ve se ajusta directamente (leyes de servicio por máxima verosimilitud, proporciones, llegadas, horarios); lo demás, por momentos simulados: la encuesta emulada frente a la observada. Se ajusta a unos días y se juzga en otros; una capacidad solo se fija donde el puesto estuvo lleno (utilización sobre 0.8). Un segundo archivo puede traer conteos por hora. Ctrl-C conserva lo mejor hasta ese momento.",
        "What was seen is fitted directly (laws of service by maximum likelihood, shares, arrivals, hours); the rest by simulated moments: the emulated survey against the observed one. It is fitted to some days and judged on others; a capacity is set only where the station was full (utilisation above 0.8). A second file may bring hourly counts. Ctrl-C keeps the best so far.");

    /// <inheritdoc/>
    public override Bilingual? Arguments { get; } = new("estudio [conteos…]", "study [counts…]");

    /// <inheritdoc/>
    public override int MostArguments => 10;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [Post, OutFile, Id, StudySettings.Mapping, Complete, Sample, Days, WarmUp, Effort, CommandLine.Settings.Seed, CommandLine.Settings.Threads, CommandLine.Settings.Format, CommandLine.Settings.Baseline];

    /// <inheritdoc/>
    public override IReadOnlyList<(string, Bilingual)> Examples { get; } =
    [
        ("calibrate study.csv --out calibrated.yaml", new("Todos los puestos del estudio; escribe la línea base calibrada.", "Every post of the study; writes the calibrated baseline.")),
        ("calibrate study.xlsx counts.csv --post guasaule --out guasaule.yaml", new("Un puesto, con conteos por hora de otro archivo.", "One post, with hourly counts from another file.")),
        ("compare --baseline calibrated.yaml", new("Los escenarios, desde la línea base calibrada.", "The scenarios, from the calibrated baseline.")),
    ];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var problems = new Problems();
        if (call.Words.Count == 0) problems.Add(new InputProblem(Mark.Whole("corridor"), Name, null, new("falta el estudio", "needs a study"), new("un archivo CSV, XLSX o JSON Lines", "a CSV, XLSX or JSON Lines file")));
        var options = new CalibrationOptions
        {
            Seed = CommandLine.Settings.Seed.Read(call.Parsed, problems), Threads = (int)CommandLine.Settings.Threads.Read(call.Parsed, problems), Days = (int)Days.Read(call.Parsed, problems), WarmUpDays = (int)WarmUp.Read(call.Parsed, problems),
            Generations = (int)Effort.Read(call.Parsed, problems), Complete = Complete.Read(call.Parsed) ? true : Sample.Read(call.Parsed) ? false : null,
        };
        if (Complete.Read(call.Parsed) && Sample.Read(call.Parsed)) problems.Add(new InputProblem(Mark.Whole("corridor"), Sample.Name, null, new($"no va con {Complete.Name}", $"cannot go with {Complete.Name}")));
        string format = call.Format(problems);
        string? file = OutFile.Given(call.Parsed, problems), mappingFile = StudySettings.Mapping.Given(call.Parsed, problems);
        OutputFolder? folder = file is null ? null : OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(file))!, problems, OutFile.Name);
        if (problems.Any) throw new InputException(problems.All);
        StudyMapping? mapping = mappingFile is null ? null : MappingFile.Read(mappingFile).OrThrow();
        BaselineFile baseline = Start(call, file);
        string id = Named(call, file, baseline);
        Study study = CalibrationStudy.Read(call, baseline.Model, mapping);
        List<PostCalibration> posts = Calibrate(call, study, baseline.Model, Posts(call, study, baseline.Model), options);
        Stamp stamp = Stamp.Of(baseline, [], new ExperimentOptions { Seed = options.Seed, Replications = 1, Days = options.Days, WarmUpDays = options.WarmUpDays }, 1, RepeatCommand.Plain(call, Name, [.. Settings.Where(s => s != CommandLine.Settings.Format && s != CommandLine.Settings.Baseline)]));
        bool complete = posts.All(p => p.Finished) && !call.Cancellation.IsCancellationRequested;
        // The best so far is worth keeping, and says that it is no more.
        if (folder is not null && posts.Count > 0)
        {
            string text = CalibratedBaseline.Text(id, baseline, study, posts, call.Tongue.Code);
            folder.Write((Path.GetFileName(file!), stream => stream.Write(Encoding.UTF8.GetBytes(text))));
            call.Tell("guardado: ", "written: ", file!);
        }
        IReadOnlyList<Bilingual> notes = [.. posts.SelectMany(p => p.Notes).Distinct()];
        Result result = FigureResult.Of("calibration", new("Calibración", "Calibration"), width => new CalibrationPage(study, baseline.Model, posts, call.Tongue).Render(stamp, width), notes, CalibrationTables.Of(posts), complete, stamp, call);
        return result.Give(call, format, null, complete);
    }

    private static List<PostCalibration> Calibrate(Call call, Study study, CorridorModel model, IReadOnlyList<string> posts, CalibrationOptions options)
    {
        var done = new List<PostCalibration>();
        foreach (string post in posts)
        {
            if (call.Cancellation.IsCancellationRequested) break;
            using var progress = new ProgressLine(call.Terminal, call.Tongue);
            // Each post starts from what the one before it set: they share the hours at which trucks set out.
            done.Add(new PostCalibrator(study, done.Count > 0 ? done[^1].Model : model, post, options, p => progress.Show(post, p), call.Cancellation).Run());
        }
        return done;
    }

    /// <summary>The baseline it starts from; a file that is to be written anew is not read.</summary>
    private static BaselineFile Start(Call call, string? file)
    {
        BaselineFile[] all = [.. ScenarioSource.Plain(call).Folder.Baselines];
        BaselineFile[] others = [.. all.Where(b => file is null || Path.GetFullPath(b.Mark.File) != Path.GetFullPath(file))];
        if (others is [var one]) return one;
        throw new InputException([new InputProblem(Mark.Whole("corridor"), "--baseline", null, others.Length == 0
            ? new("no hay ninguna línea base", "there is no baseline")
            : new($"hay más de una línea base ({string.Join(", ", others.Select(b => b.Id))})", $"there is more than one baseline ({string.Join(", ", others.Select(b => b.Id))})"), CommandLine.Settings.Baseline.Takes)]);
    }

    private static string Named(Call call, string? file, BaselineFile baseline)
    {
        string id = Id.Given(call.Parsed, new Problems()) ?? (file is null ? baseline.Id + "-calibrated" : Path.GetFileNameWithoutExtension(file).ToLowerInvariant().Replace(' ', '-'));
        string text = new([.. id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        if (text.Length > 0 && text == id && id != baseline.Id) return id;
        throw new InputException([new InputProblem(Mark.Whole("corridor"), Id.Name, id, id == baseline.Id ? new("es el id de la línea base de la que parte", "is the id of the baseline it starts from") : new("no sirve de id", "is no id"), new("letras, cifras y guiones", "letters, digits and hyphens"), text.Length > 0 && text != baseline.Id ? text : $"{baseline.Id}-calibrated")]);
    }

    private static IReadOnlyList<string> Posts(Call call, Study study, CorridorModel model)
    {
        string[] seen = [.. model.Posts.Select(p => p.Id).Where(p => study.Rows.Any(r => r.Post == p))];
        if (Post.Given(call.Parsed, new Problems()) is not { } text)
            return seen.Length > 0 ? seen : throw new InputException([new InputProblem(Mark.Whole(study.Source), "", null, new("no tiene filas de camiones: con medias o conteos solos no se calibra", "has no rows of trucks: means or counts alone are not calibrated from"))]);
        string[] ids = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var problems = new Problems();
        foreach (string id in ids.Where(i => !seen.Contains(i)))
            problems.Add(new InputProblem(Mark.Whole("corridor"), Post.Name, id, model.Posts.Any(p => p.Id == id) ? new("el estudio no tiene filas de este puesto", "the study has no rows of this post") : NameSets.Unknown(NameSets.Posts), Wording.OneOf(seen), Nearest.To(id, seen)));
        return problems.Any ? throw new InputException(problems.All) : ids;
    }
}
