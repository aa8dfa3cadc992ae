using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>What an answer hangs on.</summary>
public sealed record SensitivityResult
{
    /// <summary>The answer with every input at its own value.</summary>
    public required Interval Answer { get; init; }

    /// <summary>All inputs asked about.</summary>
    public required IReadOnlyList<UncertainInput> Asked { get; init; }

    /// <summary>Kinds of input moved together, most important first; empty if there were few enough inputs to go without.</summary>
    public required IReadOnlyList<KindEffect> Kinds { get; init; }

    /// <summary>Inputs screened one by one, most important first.</summary>
    public required IReadOnlyList<InputEffect> Inputs { get; init; }

    /// <summary>The most important inputs at both ends of their range, widest first.</summary>
    public required IReadOnlyList<EndsEffect> Ends { get; init; }

    /// <summary>What was left out because the work was cancelled; empty if it is whole.</summary>
    public required IReadOnlyList<Bilingual> Missing { get; init; }

    /// <summary>Replications in which the corridor was so overloaded that trucks were given up.</summary>
    public int Overloaded { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public bool Complete => Missing.Count == 0;
}

/// <summary>How far an answer moves with all inputs of a kind together.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Members">How many inputs it has.</param>
/// <param name="Effect">Elementary effects, in the answer's unit per whole range.</param>
/// <param name="LookedInto">Whether its members were screened one by one.</param>
public sealed record KindEffect(InputKind Kind, int Members, MorrisEffect Effect, bool LookedInto);

/// <summary>How far an answer moves with one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Effect">Elementary effects, in the answer's unit per whole range.</param>
public sealed record InputEffect(UncertainInput Input, MorrisEffect Effect);

/// <summary>The answer with one input at either end of its range and all others at their own value.</summary>
/// <param name="Input">The input.</param>
/// <param name="AtLow">The answer at the low end.</param>
/// <param name="AtHigh">The answer at the high end.</param>
/// <param name="Bar">How far each end moves the answer, paired with the same replications at the own value.</param>
public sealed record EndsEffect(UncertainInput Input, Interval AtLow, Interval AtHigh, TornadoBar Bar);
