using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Tests.Sensitivity;

public class InputDrawsTests
{
    private static readonly UncertainInput Flat = FormulaResponse.Input("flat", 0, 5, 10, law: Scenarios.Inputs.RangeLaw.Uniform), Triangle = FormulaResponse.Input("triangle", 0, 2, 10);

    [Fact]
    public void Each_nth_of_the_probability_is_drawn_exactly_once()
    {
        IReadOnlyList<InputPoint> points = InputDraws.Latin([Flat, Triangle], 50, 7);
        Assert.Equal(Enumerable.Range(0, 50), points.Select(p => (int)(p.Of(Flat) * 5)).Order());
        // F of the triangle: x²/20 below its mode 2, 1 − (10 − x)²/80 above.
        double Below(double x) => x <= 2 ? x * x / 20 : 1 - (10 - x) * (10 - x) / 80;
        Assert.Equal(Enumerable.Range(0, 50), points.Select(p => (int)(Below(p.Of(Triangle)) * 50)).Order());
    }

    [Fact]
    public void Inputs_are_drawn_apart_from_each_other()
    {
        IReadOnlyList<InputPoint> points = InputDraws.Latin([Flat, FormulaResponse.Input("other", 0, 5, 10)], 400, 7);
        double[] a = [.. points.Select(p => p.Of(Flat))], b = [.. points.Select(p => p.Changed.First(c => c.Key.Id == "other").Value)];
        double meanA = a.Average(), meanB = b.Average();
        double correlation = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
        Assert.InRange(correlation, -0.15, 0.15);
    }

    [Fact]
    public void Another_input_moves_no_draw_and_another_seed_moves_all()
    {
        double[] Draws(IReadOnlyList<UncertainInput> inputs, ulong seed) => [.. InputDraws.Latin(inputs, 20, seed).Select(p => p.Of(Flat))];
        Assert.Equal(Draws([Flat], 7), Draws([Triangle, Flat], 7));
        Assert.NotEqual(Draws([Flat], 7), Draws([Flat], 8));
    }
}
