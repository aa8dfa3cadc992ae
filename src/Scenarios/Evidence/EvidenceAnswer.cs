using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Evidence;

/// <summary>How far a question is answered here.</summary>
public enum Standing
{
    /// <summary>Answered, as far as a model can.</summary>
    Answered,
    /// <summary>A part of it is.</summary>
    Partly,
    /// <summary>Not by this tool.</summary>
    NotByThisTool,
}

/// <summary>How much an answer can bear.</summary>
public enum Confidence
{
    /// <summary>No answer to be sure of.</summary>
    None,
    /// <summary>A modelled effect on figures that are illustrative.</summary>
    Low,
    /// <summary>A modelled effect that agrees with what was observed, or on figures of one's own.</summary>
    Moderate,
}

/// <summary>An effect with its interval.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">With its interval.</param>
/// <param name="Unit">Its unit.</param>
public sealed record EvidenceEffect(Bilingual Name, Interval Value, string Unit);

/// <summary>Where an answer can be followed up.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Command">The command.</param>
/// <param name="Page">The page of the dashboard; null for none.</param>
public sealed record EvidenceLink(Bilingual Name, string Command, string? Page);

/// <summary>One of the strategy's eighteen evaluation questions (ECFCC-2023 VI.4), with what this model can say to it.</summary>
/// <param name="Id">a to r.</param>
/// <param name="Question">The question, shortened.</param>
/// <param name="Standing">How far it is answered.</param>
/// <param name="Answer">In words.</param>
/// <param name="Effects">Modelled effects it rests on.</param>
/// <param name="Confidence">How much it can bear.</param>
/// <param name="WouldChange">What would change our mind; null where nothing that this tool could give would.</param>
/// <param name="Links">Where to follow it up.</param>
public sealed record EvidenceAnswer(
    string Id, Bilingual Question, Standing Standing, Bilingual Answer, IReadOnlyList<EvidenceEffect> Effects, Confidence Confidence, Bilingual? WouldChange, IReadOnlyList<EvidenceLink> Links);
