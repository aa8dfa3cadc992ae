using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Proofs;

namespace CorridorTwin.Dashboard.Pages.Report;

/// <summary>A report that is being verified, or was.</summary>
/// <param name="id">As its address has it.</param>
/// <param name="name">Name of the file.</param>
/// <param name="proof">What it carries.</param>
public sealed class Check(string id, string name, Proof proof)
{
    /// <summary>As its address has it.</summary>
    public string Id => id;

    /// <summary>Name of the file.</summary>
    public string Name => name;

    /// <summary>What it carries.</summary>
    public Proof Proof => proof;

    /// <summary>How far it is.</summary>
    public RunProgress Progress { get; set; }

    /// <summary>What it came to; null while it goes on, and if it was stopped or failed.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Why there is no verdict; null while it goes on.</summary>
    public Bilingual? Ended { get; set; }

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>It goes on.</summary>
    public bool IsActive => Verdict is null && Ended is null;
}
