namespace CorridorTwin.Scenarios.Proofs;

/// <summary>What verifying a report came to.</summary>
/// <param name="Findings">What differs; empty if nothing does.</param>
/// <param name="More">Differences beyond those told.</param>
/// <param name="Notes">What else a reader should know.</param>
/// <param name="Replications">Replications run anew.</param>
public sealed record Verdict(IReadOnlyList<Finding> Findings, int More, IReadOnlyList<Bilingual> Notes, int Replications)
{
    /// <summary>Nothing differs.</summary>
    public bool IsReproduced => Findings.Count == 0;

    /// <summary>In a sentence.</summary>
    public Bilingual Sentence => IsReproduced ? new("Reproducido bit a bit.", "Reproduced bit for bit.")
        : Findings.Count + More == 1 ? new("No coincide: hay una diferencia.", "Does not agree: there is 1 difference.")
        : new($"No coincide: hay {Findings.Count + More} diferencias.", $"Does not agree: there are {Findings.Count + More} differences.");
}

/// <summary>Something that differs.</summary>
/// <param name="What">What and where.</param>
/// <param name="Recorded">As the report has it; null where that says nothing.</param>
/// <param name="Found">As found now; null where that says nothing.</param>
public sealed record Finding(Bilingual What, string? Recorded = null, string? Found = null);
