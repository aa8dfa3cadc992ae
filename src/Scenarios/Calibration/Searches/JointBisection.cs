namespace CorridorTwin.Scenarios.Calibration.Searches;

/// <summary>
/// Many values sought at once, each of which moves a moment of its own one way: every round tries the middles of all brackets together and halves
/// each by its own moment. One evaluation a round, however many values.
/// </summary>
public static class JointBisection
{
    /// <summary>Searches.</summary>
    /// <param name="low">Lower ends of the brackets.</param>
    /// <param name="high">Upper ends.</param>
    /// <param name="rises">Whether each moment rises with its value.</param>
    /// <param name="targets">What each moment is to be.</param>
    /// <param name="moments">The moments at some values; null when it was cancelled.</param>
    /// <param name="rounds">Halvings.</param>
    /// <returns>The values of the last round that was finished; null if none was.</returns>
    public static double[]? Run(double[] low, double[] high, IReadOnlyList<bool> rises, IReadOnlyList<double> targets, Func<double[], IReadOnlyList<double>?> moments, int rounds)
    {
        double[]? last = null;
        (double[] from, double[] to) = ([.. low], [.. high]);
        for (int round = 0; round < rounds; round++)
        {
            double[] middle = [.. from.Zip(to, (a, b) => Math.Round((a + b) / 2))];
            if (moments(middle) is not { } found) return last;
            last = middle;
            for (int i = 0; i < middle.Length; i++)
                if (found[i] > targets[i] == rises[i]) to[i] = middle[i];
                else from[i] = middle[i];
        }
        return last;
    }
}
