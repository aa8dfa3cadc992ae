using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>A question about what an answer hangs on.</summary>
public sealed record SensitivityRequest
{
    /// <summary>The baseline.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>The scenario; null for the baseline itself.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>Inputs to ask about.</summary>
    public required IReadOnlyList<UncertainInput> Inputs { get; init; }

    /// <summary>What is measured.</summary>
    public Indicator Indicator { get; init; } = Indicator.Headline;

    /// <summary>The change against the baseline, or the level.</summary>
    public required ResponseKind Of { get; init; }

    /// <summary>Weeks simulated.</summary>
    public required Weeks Weeks { get; init; }

    /// <summary>Length, seed and threads; replications are those of <see cref="Thoroughness"/>.</summary>
    public ExperimentOptions Options { get; init; } = new();

    /// <summary>How thoroughly.</summary>
    public SensitivityOptions Thoroughness { get; init; } = new();

    /// <summary>Id of what is asked about.</summary>
    public string Id => Scenario?.Id ?? Baseline.Id;

    /// <summary>Its name.</summary>
    public Bilingual Title => Scenario?.Title ?? Baseline.Title;
}

/// <summary>A question with its answer.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Result">What was found.</param>
public sealed record SensitivityReport(SensitivityRequest Request, SensitivityResult Result)
{
    /// <summary>Finds the answer by simulation.</summary>
    /// <param name="request">The question.</param>
    /// <param name="executor">Where it is run.</param>
    /// <param name="planned">Told before each step what is still to be run.</param>
    /// <param name="finished">Told after each replication.</param>
    /// <param name="cancellation">Ends it; what is finished is kept.</param>
    public static SensitivityReport Run(SensitivityRequest request, IExecutor executor, Action<SensitivityCost>? planned = null, Action? finished = null, CancellationToken cancellation = default)
    {
        var response = new CorridorResponse(new UncertainModel(request.Baseline, request.Weeks), request.Scenario, request.Indicator, request.Of, executor, request.Options, finished);
        return new SensitivityReport(request, SensitivityRun.Run(request.Inputs, response, request.Thoroughness, planned, cancellation));
    }

    /// <summary>Inputs asked about that were not screened one by one: the rest of their kind moved the answer too little, or the work was cancelled.</summary>
    public IReadOnlyList<UncertainInput> NotScreened => [.. Result.Asked.Except(Result.Inputs.Select(i => i.Input))];
}
