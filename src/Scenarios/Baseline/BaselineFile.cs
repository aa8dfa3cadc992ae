using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>A baseline: the corridor of one year, with every figure's provenance. Values can be replaced by path, for sensitivity and calibration.</summary>
public sealed class BaselineFile
{
    private readonly MapNode root;
    private readonly Names names;

    private BaselineFile(MapNode root, Names names, CorridorModel model, IReadOnlyList<Figure> figures)
    {
        (this.root, this.names, Model, Figures) = (root, names, model, figures);
        Id = ((ScalarNode)root["id"]!).Value;
        Title = Reading.InBoth(root["title"]!);
        Description = root["description"] is { } words ? Reading.InBoth(words) : Title;
        Year = (int)BaselineShapes.Year.Read(root["year"]!);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public Bilingual Title { get; private init; }

    /// <summary>What it is.</summary>
    public Bilingual Description { get; }

    /// <summary>The year it describes.</summary>
    public int Year { get; }

    /// <summary>The corridor.</summary>
    public CorridorModel Model { get; }

    /// <summary>Every number of the file, in its order.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Figures of the user's own laid over it; empty for the file as it is.</summary>
    public IReadOnlyList<OwnFigure> Own { get; private init; } = [];

    /// <summary>Every file it rests on, itself first.</summary>
    public IReadOnlyList<string> Files => [.. Own.Select(f => f.Mark.File).Prepend(Mark.File).Concat(Beneath).Distinct()];

    /// <summary>Files of the baselines it extends, the nearest first.</summary>
    public IReadOnlyList<string> Beneath { get; private init; } = [];

    /// <summary>Ids of baselines in whose place it stands: what extends one of them then starts from it.</summary>
    public IReadOnlyList<string> StandsFor { get; private init; } = [];

    /// <summary>Fingerprint of what the file says; remarks and layout do not matter.</summary>
    public string Hash => TreeHash.Of(root);

    /// <summary>Fingerprint of its figures: of all it says but the verdicts it carries.</summary>
    public string FiguresHash => TreeHash.Of(new MapNode(root.Mark, [.. root.Entries.Where(e => e.Key != CarriedValidation.Key)]));

    /// <summary>What a study said of it; null if none was asked.</summary>
    public CarriedValidation? Validation => root[CarriedValidation.Key] is MapNode map ? CarriedValidation.Read(map) : null;

    /// <summary>What every result that rests on it says of that; empty if no study was asked.</summary>
    public IReadOnlyList<Bilingual> ValidationLines => Validation is { } v ? v.Lines(Model, FiguresHash) : [];

    /// <summary>Where the file begins.</summary>
    public Mark Mark => root.Mark;

    /// <summary>Reads a baseline file.</summary>
    /// <param name="path">The file; <c>data/sources.csv</c> beside it, if there, is the table of sources.</param>
    /// <param name="measures">Names that <c>in-force</c> may hold; null to accept any.</param>
    public static Loaded<BaselineFile> Load(string path, IReadOnlyList<string>? measures = null)
    {
        var problems = new Problems();
        InputNode? node = YamlTree.Load(path, problems);
        return node is null ? new Loaded<BaselineFile>(null, problems.All) : Build(path, node, measures, problems);
    }

    /// <summary>A baseline from a tree that came from a file.</summary>
    internal static Loaded<BaselineFile> Build(string path, InputNode node, IReadOnlyList<string>? measures, Problems problems)
    {
        string table = Path.Combine(Path.GetDirectoryName(path) ?? "", "data", "sources.csv");
        IReadOnlyList<string>? sources = File.Exists(table) ? SourceTable.Load(table, problems)?.Select(s => s.Id).ToList() : null;
        return Build(node, new Names(measures, sources), problems);
    }

    /// <summary>The same baseline with the value at a path of the file replaced: <c>With("defaults.exit.stages.gate.service.export", "2 min")</c>.</summary>
    /// <exception cref="InputException">The path leads nowhere or the value is wrong.</exception>
    public BaselineFile With(string path, string value) => With([(path, value)]);

    /// <summary>The same baseline with the values at several paths of the file replaced.</summary>
    /// <exception cref="InputException">A path leads nowhere or a value is wrong.</exception>
    public BaselineFile With(IEnumerable<(string Path, string Value)> changes)
    {
        InputNode changed = root;
        foreach ((string path, string value) in changes) changed = Replacing.Value(changed, path, value);
        return Again(changed).OrThrow();
    }

    /// <summary>The same baseline with parts of it laid over by another file; each stands under a key of the file, <c>demand</c> for one.</summary>
    public Loaded<BaselineFile> Overlay(IReadOnlyList<(string Section, InputNode Over)> parts)
    {
        if (parts.Count == 0) return new Loaded<BaselineFile>(this, []);
        InputNode over = new MapNode(parts[0].Over.Mark, [.. parts.Select(p => new MapEntry(p.Section, p.Over.Mark, p.Over))]);
        return Again(BaselineShapes.File.Merge(root, over));
    }

    /// <summary>The same baseline with figures of the user's own in place of its own; its name then says so.</summary>
    public Loaded<BaselineFile> With(OwnFigures own)
    {
        var problems = new Problems();
        string[] paths = [.. Figures.Select(f => f.Path)];
        foreach (OwnFigure unknown in own.Figures.Where(f => !paths.Contains(f.Path)))
            problems.Add(new InputProblem(unknown.Mark, unknown.Path, null, new($"{Id} no tiene esta cifra", $"{Id} has no such figure"), null, Nearest.To(unknown.Path, paths)));
        if (problems.Any) return new Loaded<BaselineFile>(null, problems.All);
        InputNode changed = own.Figures.Aggregate((InputNode)root, (node, figure) => Replacing.Whole(node, figure.Path, OwnFigures.Node(figure)));
        Names named = names with { Sources = names.Sources is null ? null : [.. names.Sources, .. own.Figures.Select(f => f.Source)] };
        Loaded<BaselineFile> laid = Build(changed, named, problems);
        if (laid.Value is null) return laid;
        OwnFigure[] all = [.. Own.Where(f => own.Figures.All(o => o.Path != f.Path)), .. own.Figures];
        return laid with { Value = new BaselineFile(laid.Value.root, named, laid.Value.Model, laid.Value.Figures) { Own = all, Title = Marked(Title, Own.Count, all.Length), Beneath = Beneath, StandsFor = StandsFor } };
    }

    /// <summary>Whether a file that extends a baseline of this id means this one.</summary>
    public bool Answers(string? id) => id is not null && (Id == id || StandsFor.Contains(id));

    /// <summary>The same baseline in place of others.</summary>
    public BaselineFile InPlaceOf(IEnumerable<string> ids) => Like(root, names, Model, Figures, this, [.. StandsFor.Concat(ids).Where(i => i != Id).Distinct()]);

    /// <summary>A baseline that extends this one: all of this one, but for what the other file says.</summary>
    /// <param name="extension">The other file, checked to be one (<see cref="BaselineExtension"/>).</param>
    internal Loaded<BaselineFile> Extended(MapNode extension)
    {
        var problems = new Problems();
        IReadOnlyList<string> own = BaselineExtension.Sources(extension, problems);
        if (extension.Word("id") == Id) problems.Add(extension["id"]!, "id", new("es el id de la línea base que extiende", "is the id of the baseline it extends"));
        foreach (string needed in (string[])["id", "title"])
            if (extension[needed] is null) problems.Add(extension, needed, Wording.Missing);
        if (problems.Any) return new Loaded<BaselineFile>(null, problems.All);
        Names known = names with { Sources = names.Sources is null ? null : [.. names.Sources, .. own] };
        // What a study said of the baseline below is not said of this one.
        var below = new MapNode(root.Mark, [.. root.Entries.Where(e => e.Key != CarriedValidation.Key)]);
        var merged = (MapNode)BaselineShapes.File.Merge(below, BaselineExtension.Content(extension));
        Loaded<BaselineFile> built = Build(new MapNode(extension.Mark, merged.Entries), known, problems);
        return built.Value is not { } b ? built : built with { Value = new BaselineFile(b.root, known, b.Model, b.Figures) { Own = Own, Beneath = [Mark.File, .. Beneath] } };
    }

    private static BaselineFile Like(MapNode root, Names names, CorridorModel model, IReadOnlyList<Figure> figures, BaselineFile other, IReadOnlyList<string>? standsFor = null) =>
        new(root, names, model, figures) { Own = other.Own, Title = other.Title, Beneath = other.Beneath, StandsFor = standsFor ?? other.StandsFor };

    /// <summary>Names that a file laid over this one may refer to.</summary>
    internal void NameInto(Checking context) => names.Into(context, root);

    /// <summary>Another tree of the same file, with what is known of this one.</summary>
    private Loaded<BaselineFile> Again(InputNode node)
    {
        Loaded<BaselineFile> again = Build(node, names, new Problems());
        return again.Value is not { } b ? again : again with { Value = Like(b.root, names, b.Model, b.Figures, this) };
    }

    private static Bilingual Marked(Bilingual title, int before, int count)
    {
        if (before > 0) title = new(title.Es[..title.Es.LastIndexOf(" + ", StringComparison.Ordinal)], title.En[..title.En.LastIndexOf(" + ", StringComparison.Ordinal)]);
        return count == 1 ? new($"{title.Es} + 1 cifra propia", $"{title.En} + 1 figure of your own") : new($"{title.Es} + {count} cifras propias", $"{title.En} + {count} figures of your own");
    }

    private static Loaded<BaselineFile> Build(InputNode node, Names names, Problems problems)
    {
        var context = new Checking { Problems = problems };
        if (node is MapNode map) names.Into(context, map);
        BaselineShapes.File.Check(node, "", context);
        CorridorModel? model = problems.Any ? null : new CorridorReading(problems).Read((MapNode)node);
        return model is null || problems.Any
            ? new Loaded<BaselineFile>(null, problems.All)
            : new Loaded<BaselineFile>(new BaselineFile((MapNode)node, names, model, context.Figures), []);
    }

    /// <summary>Valid names that come from outside the file; those inside it are read from it.</summary>
    private sealed record Names(IReadOnlyList<string>? Measures, IReadOnlyList<string>? Sources)
    {
        public void Into(Checking context, MapNode root)
        {
            if (Measures is not null) context.Names[NameSets.Measures] = Measures;
            if (Sources is not null) context.Names[NameSets.Sources] = Sources;
            if (root["countries"] is MapNode countries) context.Names[NameSets.Countries] = [.. countries.Entries.Select(e => e.Key)];
            if (root["posts"] is not MapNode posts) return;
            string[] ids = [.. posts.Entries.Select(e => e.Key)];
            context.Names[NameSets.Posts] = ids;
            string[] chain = [.. posts.Entries.Select(e => Code(e.Value, "north")).Concat(posts.Entries.TakeLast(1).Select(e => Code(e.Value, "south")))];
            // An unknown country is told where it stands, not again at every pair it would be part of.
            if (context.Names.TryGetValue(NameSets.Countries, out IReadOnlyList<string>? known) && chain.Except(known).Any()) return;
            context.Names[NameSets.Pairs] = [.. chain.SelectMany((north, i) => chain.Skip(i + 1).Select(south => $"{north}-{south}"))];
        }

        private static string Code(InputNode post, string key) => ((post as MapNode)?[key] as ScalarNode)?.Value ?? "?";
    }
}
