namespace CorridorTwin.Scenarios.Appraisal.Finance;

/// <summary>A zero between two points of unlike sign, to the last digit a double has.</summary>
internal static class Bracket
{
    /// <summary>Finds it: secants that never leave the bracket (Illinois method; Dowell and Jarratt 1971), halving where they are slow.</summary>
    /// <param name="f">Continuous; its values at both ends differ in sign, or one is zero.</param>
    /// <param name="a">One end.</param>
    /// <param name="b">The other.</param>
    public static double Zero(Func<double, double> f, double a, double b)
    {
        double fa = f(a), fb = f(b);
        if (fa == 0) return a;
        if (fb == 0) return b;
        for (int i = 0; i < 200; i++)
        {
            double x = i % 3 == 2 ? a + (b - a) / 2 : b - fb * (b - a) / (fb - fa);
            if (!(x > Math.Min(a, b) && x < Math.Max(a, b))) x = a + (b - a) / 2;
            if (x == a || x == b) break;
            double fx = f(x);
            if (fx == 0) return x;
            if (Math.Sign(fx) == Math.Sign(fb)) fa /= 2;
            else (a, fa) = (b, fb);
            (b, fb) = (x, fx);
            if (Math.Abs(b - a) <= 1e-15 * Math.Abs(b)) break;
        }
        return b;
    }
}
