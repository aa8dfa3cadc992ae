using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Scenarios.Studies.Validations;
using TimeStudy = CorridorTwin.Scenarios.Studies.Study;

namespace CorridorTwin.Dashboard.Pages.Reality;

/// <summary>A study that is held beside the model, or was.</summary>
public sealed class StudyCheck
{
    /// <summary>As its address has it.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is kept until the program ends.</summary>
    public required string File { get; init; }

    /// <summary>The baseline it is held beside.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>What was read; null where it was refused.</summary>
    public TimeStudy? Study { get; set; }

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<InputProblem> Problems { get; set; } = [];

    /// <summary>The mapping it is read by, or that is proposed for it; null where it is no table.</summary>
    public StudyMapping? Mapping { get; set; }

    /// <summary>Names of its columns; empty where it is no table.</summary>
    public IReadOnlyList<string> Headers { get; set; } = [];

    /// <summary>Weeks simulated, and in all.</summary>
    public (int Done, int Total) Progress { get; set; }

    /// <summary>The verdicts; null while they are worked out.</summary>
    public StudyValidation? Validation { get; set; }

    /// <summary>Why there are none; null while they are worked out.</summary>
    public Bilingual? Ended { get; set; }

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>It goes on.</summary>
    public bool IsActive => Study is not null && Validation is null && Ended is null;

    /// <summary>The baseline had been fitted to this very study.</summary>
    public bool Fitted => Study is { } study && System.IO.File.ReadAllText(Baseline.Mark.File).Contains(study.Hash[..12], StringComparison.Ordinal);
}
