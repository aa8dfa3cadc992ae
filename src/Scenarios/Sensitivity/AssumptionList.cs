using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Sensitivity;

/// <summary>One uncertain input with what is known of its weight.</summary>
/// <param name="Input">The input: name, value, range, grade, source.</param>
/// <param name="MuStar">How far the answer moves over its whole range, on average; null if it was not screened one by one.</param>
/// <param name="KindMuStar">How far it moves with all inputs of its kind together; null if kinds were not screened.</param>
/// <param name="AtLow">The answer at the low end; null if it was not tried.</param>
/// <param name="AtHigh">The answer at the high end.</param>
public sealed record RankedAssumption(UncertainInput Input, double? MuStar, double? KindMuStar, Interval? AtLow, Interval? AtHigh);

/// <summary>The inputs of an answer in the order in which it hangs on them: what to ask better data for first.</summary>
public static class AssumptionList
{
    /// <summary>The list.</summary>
    /// <param name="inputs">All inputs, as <see cref="UncertainInputs.Of"/> gives them.</param>
    /// <param name="ranking">What is known, as <see cref="SensitivityArchive.Find"/> gives it; null leaves the inputs in their own order.</param>
    /// <returns>Inputs tried at their ends first, then those screened one by one, then the others by the weight of their kind.</returns>
    public static IReadOnlyList<RankedAssumption> Of(IReadOnlyList<UncertainInput> inputs, SensitivityRanking? ranking)
    {
        if (ranking is null) return [.. inputs.Select(i => new RankedAssumption(i, null, null, null, null))];
        List<string> order = [.. ranking.Order];
        int Place(UncertainInput i) => order.IndexOf(i.Id) is >= 0 and var at ? at : order.Count;
        double Kind(UncertainInput i) => ranking.KindMuStar.GetValueOrDefault(i.Kind.Id);
        return
        [
            .. inputs.OrderBy(Place).ThenByDescending(Kind).Select(i => new RankedAssumption(
                i, ranking.MuStar.TryGetValue(i.Id, out double one) ? one : null, ranking.KindMuStar.TryGetValue(i.Kind.Id, out double kind) ? kind : null,
                ranking.Ends.TryGetValue(i.Id, out var ends) ? ends.Low : null, ranking.Ends.TryGetValue(i.Id, out ends) ? ends.High : null)),
        ];
    }
}
