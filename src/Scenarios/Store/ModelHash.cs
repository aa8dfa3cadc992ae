using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Store;

/// <summary>Fingerprint of a corridor model: equal for models that run the same, to the last bit of every number.</summary>
/// <remarks>By reflection, so that a field added to the model is never left out. Mappings and sets count whatever their order, lists in theirs.</remarks>
public static class ModelHash
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    // Models do not change, and one is asked about more than once: by who compares models, and by the store.
    private static readonly ConditionalWeakTable<CorridorModel, string> Known = [];

    /// <summary>32 hexadecimal digits of the SHA-256 over every value of the model.</summary>
    public static string Of(CorridorModel model) => Known.GetValue(model, Computed);

    private static string Computed(CorridorModel model)
    {
        var text = new StringBuilder();
        Write(text, model);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    // Lengths and counts stand before what they measure, so that no two models read the same.
    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case string word: text.Append(CultureInfo.InvariantCulture, $"s{word.Length}:{word}"); break;
            case double number: text.Append('d').Append(BitConverter.DoubleToInt64Bits(number)).Append(';'); break;
            case Enum or IConvertible: text.Append(CultureInfo.InvariantCulture, $"v{value};"); break;
            case ITuple tuple: Write(text, 't', [.. Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i]))]); break;
            case IDictionary map: Write(text, 'm', [.. map.Keys.Cast<object>().Select(k => Text(k) + Text(map[k])).Order(StringComparer.Ordinal)]); break;
            case IEnumerable set when IsSet(value): Write(text, 'u', [.. set.Cast<object>().Select(Text).Order(StringComparer.Ordinal)]); break;
            case IEnumerable list: Write(text, 'l', [.. list.Cast<object>().Select(Text)]); break;
            default:
                text.Append('o').Append(value.GetType().Name).Append('(');
                foreach (PropertyInfo member in Of(value.GetType())) Write(text, member.GetValue(value));
                text.Append(')');
                break;
        }
    }

    private static void Write(StringBuilder text, char kind, string[] items)
    {
        text.Append(CultureInfo.InvariantCulture, $"{kind}{items.Length};");
        foreach (string item in items) text.Append(item);
    }

    private static string Text(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static bool IsSet(object value) => value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    // What is in force guides the measures that are applied; what they made of the model is in its other values, and only those are run.
    private static PropertyInfo[] Of(Type type) => Members.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !(t == typeof(SideProcedure) && p.Name == nameof(SideProcedure.InForce))).OrderBy(p => p.Name, StringComparer.Ordinal)]);
}
