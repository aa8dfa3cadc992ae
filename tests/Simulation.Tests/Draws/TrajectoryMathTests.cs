using System.Reflection;
using System.Reflection.Emit;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

/// <summary>
/// The simulation must not call the platform's transcendental functions, whose last bit differs between
/// systems, nor a fused multiply-add, nor the framework's generators. Read from the compiled code.
/// </summary>
public class TrajectoryMathTests
{
    private static readonly HashSet<string> Forbidden =
    [
        "Log", "Log2", "Log10", "LogP1", "Exp", "ExpM1", "Exp2", "Exp10", "Pow", "Cbrt", "Hypot", "RootN",
        "Sin", "Cos", "Tan", "SinCos", "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
        "FusedMultiplyAdd", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate",
    ];

    private static readonly Type[] Platform = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    private static readonly Dictionary<int, OpCode> OpCodeOf = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    [Fact]
    public void The_simulation_calls_no_platform_mathematics_and_no_platform_generator() =>
        Assert.Empty(MethodsOf(typeof(Mix).Assembly).SelectMany(Violations));

    [Fact]
    public void The_search_finds_what_it_looks_for() =>
        Assert.Contains(Violations(((Delegate)Guilty).Method), text => text.EndsWith("Math.Exp", StringComparison.Ordinal));

    private static double Guilty(double x) => Math.Sqrt(Math.Abs(x)) + Math.Exp(x);

    private static IEnumerable<MethodBase> MethodsOf(Assembly assembly)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return assembly.GetTypes().SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)));
    }

    private static IEnumerable<string> Violations(MethodBase method)
    {
        foreach (MethodBase called in Calls(method))
        {
            bool mathematics = Platform.Contains(called.DeclaringType) && Forbidden.Contains(called.Name);
            if (mathematics || called.DeclaringType == typeof(Random))
            {
                yield return $"{method.DeclaringType}.{method.Name} calls {called.DeclaringType!.Name}.{called.Name}";
            }
        }
    }

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at < code.Length;)
        {
            int value = code[at++];
            OpCode op = OpCodeOf[value == 0xFE ? 0xFE00 | code[at++] : value];
            if (op.OperandType == OperandType.InlineMethod)
            {
                Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
                Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
