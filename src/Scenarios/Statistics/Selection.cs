namespace CorridorTwin.Scenarios.Statistics;

/// <summary>Sample quantiles by selection, without sorting everything.</summary>
public static class Selection
{
    /// <summary>The sample quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="values">The sample; reordered.</param>
    /// <param name="p">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The sample is empty or p is out of range.</exception>
    public static double Quantile(Span<int> values, double p)
    {
        if (values.IsEmpty) throw new ArgumentException("A quantile needs at least one value.", nameof(values));
        if (!(p >= 0 && p <= 1)) throw new ArgumentException("A quantile's probability lies between 0 and 1.", nameof(p));
        double h = (values.Length - 1) * p;
        int k = (int)h;
        int low = Select(values, k);
        if (h == k || k + 1 >= values.Length) return low;
        int high = int.MaxValue;
        foreach (int v in values[(k + 1)..]) high = Math.Min(high, v);
        return low + (h - k) * (high - low);
    }

    /// <summary>The k-th smallest (from 0); afterwards smaller values stand before it and larger ones after it.</summary>
    private static int Select(Span<int> a, int k)
    {
        int left = 0;
        int right = a.Length - 1;
        while (left < right)
        {
            int middle = left + (right - left) / 2;
            if (a[middle] < a[left]) (a[middle], a[left]) = (a[left], a[middle]);
            if (a[right] < a[left]) (a[right], a[left]) = (a[left], a[right]);
            if (a[right] < a[middle]) (a[right], a[middle]) = (a[middle], a[right]);
            int pivot = a[middle];
            int i = left;
            int j = right;
            while (i <= j)
            {
                while (a[i] < pivot) i++;
                while (a[j] > pivot) j--;
                if (i > j) break;
                (a[i], a[j]) = (a[j], a[i]);
                i++;
                j--;
            }
            if (k <= j) right = j;
            else if (k >= i) left = i;
            else return a[k];
        }
        return a[k];
    }
}
