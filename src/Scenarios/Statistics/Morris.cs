using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Statistics;

/// <summary>
/// Which inputs matter at all: each is stepped once along a number of random paths through the ranges, and the elementary effects
/// are averaged. An effect is the change of the output per whole range of the input.
/// </summary>
/// <remarks>
/// M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991); μ* of Campolongo,
/// Cariboni and Saltelli, Environmental Modelling and Software 22 (2007). Inputs are given on 0 to 1; Δ = p/(2(p − 1)).
/// </remarks>
public static class Morris
{
    private static readonly ulong Purpose = Mix.HashName("morris-path");

    /// <summary>Draws paths. Path t depends on seed, t and the number of inputs only: more paths keep the first ones.</summary>
    /// <param name="inputs">How many, 1 or more.</param>
    /// <param name="paths">How many, 2 or more; 10 to 20 are usual.</param>
    /// <param name="levels">An even number, 4 as a rule: inputs take the values 0, 1/(p − 1), …, 1.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">A number out of range, or an odd number of levels.</exception>
    public static IReadOnlyList<MorrisPath> Paths(int inputs, int paths, int levels = 4, ulong seed = 2024)
    {
        Require.AtLeast(inputs, 1, "number of inputs", nameof(inputs));
        Require.AtLeast(paths, 2, "number of paths", nameof(paths));
        Require.AtLeast(levels, 2, "number of levels", nameof(levels));
        if (levels % 2 != 0) throw new ArgumentException($"The number of levels must be even, so that steps up and down reach all of them alike; it is {levels}.", nameof(levels));
        return [.. Enumerable.Range(0, paths).Select(t => Path(inputs, levels, Mix.Combine(Mix.Combine(seed, Purpose), (ulong)t)))];
    }

    /// <summary>Means and deviations of the elementary effects.</summary>
    /// <param name="paths">The paths that were run, two or more.</param>
    /// <param name="outputs">Per path, the output at each of its points; a mean over replications with common draws is best.</param>
    /// <param name="confidence">Of the interval of μ*.</param>
    /// <returns>One entry per input, in the order of the inputs.</returns>
    /// <exception cref="ArgumentException">Fewer than two paths, an output missing or not finite, or a confidence out of range.</exception>
    public static IReadOnlyList<MorrisEffect> Effects(IReadOnlyList<MorrisPath> paths, IReadOnlyList<IReadOnlyList<double>> outputs, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(outputs);
        Require.Confidence(confidence);
        Require.AtLeast(paths.Count, 2, "number of paths", nameof(paths));
        if (outputs.Count != paths.Count) throw new ArgumentException($"There must be outputs for each of the {paths.Count} paths; there are {outputs.Count} lists.", nameof(outputs));
        int inputs = paths[0].Moved.Count;
        var effects = new double[inputs][];
        for (int i = 0; i < inputs; i++) effects[i] = new double[paths.Count];
        for (int t = 0; t < paths.Count; t++)
        {
            MorrisPath path = paths[t];
            Require.Sample(outputs[t], 1, nameof(outputs));
            if (path.Moved.Count != inputs || outputs[t].Count != path.Points.Count) throw new ArgumentException($"Path {t} needs one output for each of its {inputs + 1} points; there are {outputs[t].Count}.", nameof(outputs));
            for (int step = 0; step < inputs; step++)
            {
                int input = path.Moved[step];
                effects[input][t] = (outputs[t][step + 1] - outputs[t][step]) / (path.Points[step + 1][input] - path.Points[step][input]);
            }
        }
        return [.. effects.Select((e, i) => Effect(i, e, confidence))];
    }

    private static MorrisEffect Effect(int input, double[] effects, double confidence)
    {
        (double mean, double variance) = Student.Moments(effects);
        return new MorrisEffect(input, mean, Interval.Of([.. effects.Select(Math.Abs)], confidence), Math.Sqrt(variance), effects);
    }

    private static MorrisPath Path(int inputs, int levels, ulong key)
    {
        var stream = new KeyedStream(key);
        int half = levels / 2;
        var level = new int[inputs];
        var order = new int[inputs];
        for (int i = 0; i < inputs; i++)
        {
            level[i] = (int)(stream.NextUniform() * levels);
            int j = (int)(stream.NextUniform() * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        double[] Point() => [.. level.Select(l => l / (levels - 1.0))];
        var points = new List<IReadOnlyList<double>> { Point() };
        foreach (int input in order)
        {
            // Exactly one of up and down stays inside, as Δ is half the levels.
            level[input] += level[input] < half ? half : -half;
            points.Add(Point());
        }
        return new MorrisPath(points, order);
    }
}

/// <summary>One path through the ranges.</summary>
/// <param name="Points">One more than inputs; each a value between 0 (low end) and 1 (high end) per input.</param>
/// <param name="Moved">Which input moves between each point and the next.</param>
public sealed record MorrisPath(IReadOnlyList<IReadOnlyList<double>> Points, IReadOnlyList<int> Moved);

/// <summary>How an output depends on one input, in the output's unit per whole range of the input.</summary>
/// <param name="Input">Number of the input.</param>
/// <param name="Mu">Mean effect: the direction.</param>
/// <param name="MuStar">Mean size of the effect, with its interval over paths: rank inputs by it.</param>
/// <param name="Sigma">Standard deviation of the effects: large against μ* where the effect is not linear or depends on other inputs.</param>
/// <param name="Effects">The elementary effects, one per path.</param>
public sealed record MorrisEffect(int Input, double Mu, Interval MuStar, double Sigma, IReadOnlyList<double> Effects);
