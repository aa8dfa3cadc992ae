using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorTwin.Simulation.Draws;

/// <summary>
/// Logarithm and exponential made of + - * and bit operations only. The platform's own differ in their last
/// bit between operating systems and processors, and one such bit sends a simulation down another path.
/// </summary>
/// <remarks>
/// Table-driven reduction after Tang, "Table-driven implementation of the exponential function in IEEE
/// floating-point arithmetic", ACM TOMS 15 (1989), and "... of the logarithm function ...", ACM TOMS 16 (1990).
/// No fused multiply-add is used, because it rounds once where other processors round twice.
/// </remarks>
public static partial class PortableMath
{
    private const double Ln2High = 0.6931471805598903;      // 42 bits: any exponent times this is exact
    private const double Ln2Low = 5.497923018708371e-14;
    private const ulong LogOrigin = 0x3FE6_1000_0000_0000;  // puts 1.0 in the middle of a table cell
    private const ulong SmallestNormal = 0x0010_0000_0000_0000;
    private const ulong NormalSpan = 0x7FE0_0000_0000_0000;

    private const double Ln2Over128High = 0.0054152123482253955; // 35 bits
    private const double Ln2Over128Low = -1.0082281460997769e-13;
    private const double CellsPerUnit = 184.6649652337873;       // 128 / ln 2
    private const double RoundToInteger = 6755399441055744.0;    // 1.5 * 2^52: adding it leaves the integer in the low bits

    /// <summary>
    /// Natural logarithm, within 0.75 units in the last place (0.53 unless x is within a tenth of 1). 0 gives
    /// negative infinity, a negative number or NaN gives NaN, positive infinity gives itself; <c>Log(1)</c> is
    /// exactly 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        // One unsigned comparison catches zero, subnormals, negatives, infinity and NaN.
        return bits - SmallestNormal < NormalSpan ? LogNormalised(bits, 0) : LogSpecial(x);
    }

    /// <summary>
    /// e to the power <paramref name="x"/>, within 0.51 units in the last place (1 where the result is
    /// subnormal). Overflows to positive infinity above 709.78, underflows to 0 below -745.13; NaN gives NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) => Math.Abs(x) < 708.0 ? ExpScaled(x, 0) : ExpSpecial(x);

    /// <summary>The logarithm of 1 + <paramref name="y"/>, also where 1 + y would round y away; within a few units in the last place.</summary>
    /// <remarks>Kahan's correction; see Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 1.14.1.</remarks>
    public static double Log1P(double y)
    {
        double sum = 1.0 + y;
        return sum == 1.0 ? y : double.IsFinite(sum) ? Log(sum) * (y / (sum - 1.0)) : Log(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogNormalised(ulong bits, long exponent)
    {
        ulong offset = bits - LogOrigin;
        nint row = (nint)((offset >> 45) & 127) * 3;
        exponent += (long)offset >> 52;
        ulong mantissa = bits - (offset & 0xFFF0_0000_0000_0000);
        ref double table = ref MemoryMarshal.GetArrayDataReference(LogTable);
        double inverse = Unsafe.Add(ref table, row);
        double k = exponent;

        // inverse has 15 bits and head 26, so inverse * head is exact and r loses nothing to cancellation.
        double z = BitConverter.UInt64BitsToDouble(mantissa);
        double head = BitConverter.UInt64BitsToDouble(mantissa & 0xFFFF_FFFF_F800_0000);
        double r = (head * inverse - 1.0) + (z - head) * inverse;

        double high = k * Ln2High + Unsafe.Add(ref table, row + 1);
        double low = k * Ln2Low + Unsafe.Add(ref table, row + 2);
        double sum = high + r;
        double lost = (high - sum) + r;
        double r2 = r * r;
        double tail = (-0.5 + r * (1.0 / 3.0)) + r2 * ((-0.25 + r * 0.2) + r2 * (-1.0 / 6.0 + r * (1.0 / 7.0)));
        return sum + (r2 * tail + (lost + low));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double LogSpecial(double x)
    {
        if (x == 0.0)
        {
            return double.NegativeInfinity;
        }

        if (!(x > 0.0))
        {
            return double.NaN;
        }

        const double Lift = 4503599627370496.0; // 2^52 makes every subnormal normal
        return x == double.PositiveInfinity ? x : LogNormalised(BitConverter.DoubleToUInt64Bits(x * Lift), -52);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpScaled(double x, long exponent)
    {
        double shifted = x * CellsPerUnit + RoundToInteger;
        ulong cell = BitConverter.DoubleToUInt64Bits(shifted);
        double k = shifted - RoundToInteger;
        double r = (x - k * Ln2Over128High) - k * Ln2Over128Low;
        nint row = (nint)(cell & 127) * 2;
        ref ulong table = ref MemoryMarshal.GetArrayDataReference(ExpTable);
        double correction = BitConverter.UInt64BitsToDouble(Unsafe.Add(ref table, row));
        double scale = BitConverter.UInt64BitsToDouble(
            Unsafe.Add(ref table, row + 1) + (cell << 45) + ((ulong)exponent << 52));
        double r2 = r * r;
        double tail = (correction + r) + r2 * ((0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0)));
        return scale + scale * tail;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ExpSpecial(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        // Near the ends the power of two does not fit an exponent: work 2^600 nearer to 1, then step back.
        const double Up = 4.149515568880993E+180;
        const double Down = 2.409919865102884E-181;
        return x > 0.0 ? ExpScaled(x, -600) * Up : x < -745.2 ? 0.0 : ExpScaled(x, 600) * Down;
    }
}
