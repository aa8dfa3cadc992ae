using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Library;

/// <summary>The reader's own figures, laid over the baseline: one file beside their scenarios. What the last change replaced is kept for undoing it.</summary>
public sealed class OwnFigureFile(DataFolder data, ScenarioLibrary library)
{
    /// <summary>Name of the file, without its ending; no scenario may have it.</summary>
    public const string Name = "own-figures";

    private readonly Lock gate = new();

    private string Here => Path.Combine(data.Scenarios, Name + ".yaml");

    private string Before => Path.Combine(data.Path, Name + ".before.yaml");

    /// <summary>Whether the last change can be undone.</summary>
    public bool CanUndo => File.Exists(Before);

    /// <summary>Sets one figure, or takes it away.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="path">The figure.</param>
    /// <param name="figure">The value; null to go back to the baseline's own.</param>
    /// <returns>What is wrong; nothing is kept then.</returns>
    public IReadOnlyList<InputProblem> Set(string baseline, string path, OwnFigure? figure)
    {
        lock (gate)
        {
            string? before = KeptFile.Read(Here);
            OwnFigure[] others = [.. Known(before, baseline).Where(f => f.Path != path)];
            string text = YamlText.Of(OwnFigures.Write(baseline, figure is null ? others : [.. others, figure]));
            IReadOnlyList<InputProblem> problems = Check(baseline, text);
            if (problems.Count > 0) return problems;
            KeptFile.Write(Before, before ?? "");
            if (figure is null && others.Length == 0) File.Delete(Here);
            else KeptFile.Write(Here, text);
            return [];
        }
    }

    /// <summary>Takes the last change back; doing so twice changes nothing.</summary>
    public void Undo()
    {
        lock (gate)
        {
            if (KeptFile.Read(Before) is not { } before) return;
            if (before.Length == 0) File.Delete(Here);
            else KeptFile.Write(Here, before);
            File.Delete(Before);
        }
    }

    private IEnumerable<OwnFigure> Known(string? text, string baseline)
    {
        if (text is null) return [];
        var problems = new Problems();
        OwnFigures? own = YamlTree.Parse(Here, text, problems) is MapNode root ? OwnFigures.Read(root, [baseline], problems) : null;
        // A file someone broke by hand is not overwritten without a word.
        return own?.Figures ?? throw new InputException(problems.All);
    }

    /// <summary>Figures are checked against the shipped baseline, as they will be when the folder is read.</summary>
    private IReadOnlyList<InputProblem> Check(string baseline, string text)
    {
        var problems = new Problems();
        if (YamlTree.Parse(Here, text, problems) is not MapNode root || OwnFigures.Read(root, [baseline], problems) is not { } own) return problems.All;
        if (own.Figures.Count == 0) return [];
        BaselineFile? shipped = ScenarioFolder.Load(library.Shipped).Baselines.FirstOrDefault(b => b.Id == baseline);
        return shipped is null ? [] : shipped.With(own).Problems;
    }
}
