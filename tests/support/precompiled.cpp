// SPDX-License-Identifier: Apache-2.0
// A program without a purpose but its precompiled header, which the tests of the same libraries share.
int main()
{
    return 0;
}
