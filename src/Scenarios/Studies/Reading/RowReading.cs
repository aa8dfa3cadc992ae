using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Turns the rows of a table into trucks on sides, or into the reasons why not.</summary>
internal sealed class RowReading
{
    private static readonly string[] StampFields = [.. Enumerable.Range(0, RowStamps.Count).Select(i => $"t{i}")];

    private readonly string file;
    private readonly CorridorModel model;
    private readonly StudyWords words;
    private readonly Layout layout;
    private readonly ReadingOptions options;
    private readonly (string Stage, string Start, string End)[] stages;
    private readonly (Agency Agency, string Start, string End)[] agencies;
    private readonly TimeSpan[] offsets;
    private readonly Dictionary<string, string> trucks = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> truckOf;
    private readonly DateTimeOffset?[] stamps = new DateTimeOffset?[RowStamps.Count];

    public RowReading(string file, CorridorModel model, StudyWords words, Layout layout, ReadingOptions options)
    {
        (this.file, this.model, this.words, this.layout, this.options) = (file, model, words, layout, options);
        stages = [.. StageColumns.All.Select(s => (s, StageColumns.Start(s), StageColumns.End(s))).Where(s => layout[s.Item2] >= 0 || layout[s.Item3] >= 0)];
        agencies = [.. Enum.GetValues<Agency>().Select(a => (a, StageColumns.Inspection(a, true), StageColumns.Inspection(a, false))).Where(a => layout[a.Item2] >= 0 || layout[a.Item3] >= 0)];
        offsets = [.. model.Countries.Select(c => TimeSpan.FromHours(c.UtcOffsetHours))];
        truckOf = trucks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The present row; null where the cells were rejected.</summary>
    public StudyRow? Read(Cells cells, int line)
    {
        Operation? operation = cells.Word("operation", words.Operations, required: true);
        if (Place.Of(cells, model, words, operation) is not { } place || cells.Rejected is not null) return null;
        TimeSpan local = offsets[place.Country];
        for (int i = 0; i < stamps.Length; i++) stamps[i] = cells.Time(StampFields[i], local);
        IReadOnlyDictionary<string, StageTimes> desks = Desks(cells, local);
        IReadOnlyList<StudyInspection> inspections = Inspections(cells, local);
        if (stamps[4] is null && inspections.Count > 0) (stamps[4], stamps[5]) = (inspections.Min(i => i.Start), inspections.Max(i => i.End));
        CargoFlags flags = Flags(cells);
        CargoClass cargo = cells.Word("cargo", words.Cargos) ?? Survey.CargoOf(flags);
        RiskChannel? channel = cells.Word("channel", words.Channels);
        bool said = cells.Word("censored", words.Answers) ?? false;
        DateTimeOffset? seen = cells.Time("seen_until", local);
        if (cells.Rejected is not null) return null;
        RowRules.Check(cells, stamps, desks, said, options);
        if (cells.Rejected is not null) return null;
        // Without an exit the truck was inside for as long as anything of it was seen.
        bool censored = said || stamps[8] is null;
        if (censored) seen ??= stamps.Max();
        return new StudyRow
        {
            File = file, Line = line, Post = model.Posts[place.Post].Id, Side = model.Countries[place.Country].Id, Role = place.Role, Direction = place.Direction,
            Truck = Truck(cells.Text("truck")), Operation = operation!.Value, Cargo = cargo, Flags = flags & (CargoFlags.Aeo | CargoFlags.Msme), Channel = channel,
            Stamps = new RowStamps(stamps, local), Inspections = inspections, Stages = desks, Censored = censored, SeenUntil = censored ? seen : null,
        };
    }

    private string Truck(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return "";
        if (truckOf.TryGetValue(text, out string? known)) return known;
        string name = new(text);
        return trucks[name] = name;
    }

    private CargoFlags Flags(Cells cells)
    {
        CargoFlags flags = CargoFlags.None;
        if (cells.Word("aeo", words.Answers) == true) flags |= CargoFlags.Aeo;
        if (cells.Word("msme", words.Answers) == true) flags |= CargoFlags.Msme;
        ReadOnlySpan<char> text = cells.Text("flags");
        foreach (Range part in text.SplitAny(" ,;|+/"))
        {
            ReadOnlySpan<char> word = text[part].Trim("[]\" ");
            if (word.Length == 0) continue;
            if (words.Flags.Of(word) is { } flag) flags |= flag;
            else cells.Reject("flags", new string(word), new($"desconocido; se esperaba {words.Flags.Expected.Es}", $"unknown; expected {words.Flags.Expected.En}"), RejectKind.Unknown);
        }
        return flags;
    }

    private IReadOnlyDictionary<string, StageTimes> Desks(Cells cells, TimeSpan local)
    {
        Dictionary<string, StageTimes>? desks = null;
        foreach ((string stage, string start, string end) in stages)
        {
            var times = new StageTimes(cells.Time(start, local), cells.Time(end, local));
            if (times != default) (desks ??= new Dictionary<string, StageTimes>(stages.Length))[stage] = times;
        }
        return desks ?? StudyRow.NoStages;
    }

    private IReadOnlyList<StudyInspection> Inspections(Cells cells, TimeSpan local)
    {
        List<StudyInspection>? found = null;
        foreach ((Agency agency, string start, string end) in agencies)
        {
            var inspection = new StudyInspection(agency, cells.Time(start, local), cells.Time(end, local));
            if (inspection.Start is not null || inspection.End is not null) (found ??= []).Add(inspection);
        }
        return found ?? (IReadOnlyList<StudyInspection>)[];
    }
}
