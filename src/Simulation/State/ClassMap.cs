using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>Finds a truck's class from the attributes known of it; the others are drawn, given those, by the truck's own keys.</summary>
internal sealed class ClassMap(NetworkModel model)
{
    private readonly ClassSpace space = model.Classes;

    /// <summary>For each attribute of the model, the number of the value known; −1 if none.</summary>
    /// <param name="known">Attribute and value.</param>
    /// <param name="foreign">Told of attributes and values the model does not have.</param>
    public int[] Known(IReadOnlyDictionary<string, string> known, Action<string> foreign)
    {
        var values = new int[space.Attributes.Count];
        Array.Fill(values, -1);
        foreach ((string name, string value) in known)
        {
            int a = -1;
            for (int i = 0; i < values.Length; i++)
                if (space.Attributes[i].Name == name) a = i;
            int v = a < 0 ? -1 : Array.IndexOf(space.Attributes[a].Values, value);
            if (v < 0) foreign(a < 0 ? name : $"{name}={value}");
            else values[a] = v;
        }
        return values;
    }

    /// <summary>The class: known values as they are; the rest from the source's shares, given what is known, with the uniforms the engine would use.</summary>
    public short Draw(int[] known, int source, ulong truckKey)
    {
        ref SourceRow row = ref model.Sources[source];
        int last = Array.FindLastIndex(known, v => v >= 0);
        int classIndex = 0;
        for (int a = 0; a < known.Length; a++)
        {
            int value = known[a];
            if (value < 0) value = Value(a, classIndex, known, last, row, truckKey);
            classIndex += value * space.Strides[a];
        }
        return (short)classIndex;
    }

    private int Value(int a, int classIndex, int[] known, int last, in SourceRow row, ulong truckKey)
    {
        int count = space.Attributes[a].Values.Length;
        var odds = new double[count];
        double total = 0;
        if (a < last)
            for (int v = 0; v < count; v++) total += odds[v] = Share(a, classIndex, v, row) * Odds(a + 1, classIndex + v * space.Strides[a], known, last, row);
        double u = KeyedStream.For(truckKey, row.AttributeKeys[a], 0).NextUniform();
        int value = 0;
        if (!(total > 0))
        {
            // Nothing known comes after it (or what is known should not occur): as the engine draws it.
            double[] thresholds = row.AttributeThresholds[a];
            while (value < count - 1 && u >= thresholds[classIndex * count + value]) value++;
            return value;
        }
        double sum = odds[0];
        while (value < count - 1 && u * total >= sum) sum += odds[++value];
        return value;
    }

    /// <summary>How likely what is known of the attributes from one on is, given those before it.</summary>
    private double Odds(int a, int classIndex, int[] known, int last, in SourceRow row)
    {
        if (a > last) return 1;
        if (known[a] >= 0) return Share(a, classIndex, known[a], row) * Odds(a + 1, classIndex + known[a] * space.Strides[a], known, last, row);
        double odds = 0;
        for (int v = 0; v < space.Attributes[a].Values.Length; v++)
            odds += Share(a, classIndex, v, row) * Odds(a + 1, classIndex + v * space.Strides[a], known, last, row);
        return odds;
    }

    private double Share(int a, int classIndex, int value, in SourceRow row)
    {
        int at = classIndex * space.Attributes[a].Values.Length + value;
        return row.AttributeThresholds[a][at] - (value == 0 ? 0 : row.AttributeThresholds[a][at - 1]);
    }
}
